package io.truenorth.gateway.event;

import io.truenorth.documents.Excerpt;
import io.truenorth.documents.NearNames;
import io.truenorth.gateway.json.Flaws;
import io.truenorth.gateway.json.JsonPlace;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Items;
import io.truenorth.gateway.json.JsonValue.Members;
import io.truenorth.gateway.json.JsonValue.Null;
import io.truenorth.gateway.json.JsonValue.Text;
import io.truenorth.gateway.json.JsonValue.Truth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields of an object as their reader asks for them. {@code null} is as good as absent. What is wrong is noted, and
 * what nobody asked for is unknown.
 */
final class FieldReader {

    private final Map<String, JsonValue> values;
    private final boolean requires;
    private final JsonPlace place;
    private final Flaws flaws;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param requires whether missing fields are told; not those of something that is no object at all */
    private FieldReader(Map<String, JsonValue> values, boolean requires, JsonPlace place, Flaws flaws) {
        this.values = values;
        this.requires = requires;
        this.place = place;
        this.flaws = flaws;
    }

    /** Of a value that should be an object; one without fields where it is none, which is noted. */
    static FieldReader of(JsonValue value, JsonPlace place, Flaws flaws) {
        if (value instanceof Members members) {
            return new FieldReader(members.values(), true, place, flaws);
        }
        flaws.add(place.toString(), "expected an object, was " + value.shown());
        return new FieldReader(Map.of(), false, place, flaws);
    }

    /** The value of a field, if there is one. */
    Optional<JsonValue> value(String name) {
        known.add(name);
        return Optional.ofNullable(values.get(name)).filter(value -> !(value instanceof Null));
    }

    /** The value of a field that must be there; told if it is not. */
    Optional<JsonValue> required(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isEmpty() && requires) {
            flaw(name, "expected, but missing");
        }
        return value;
    }

    /** A text that must be there. */
    String requiredText(String name, TextRule rule) {
        return required(name).flatMap(value -> text(name, value, rule)).orElse("");
    }

    /** A text that must be there, whatever it says. */
    Optional<String> requiredText(String name) {
        return required(name).flatMap(value -> text(name, value));
    }

    /** A text that may be there. */
    Optional<String> text(String name, TextRule rule) {
        return value(name).flatMap(value -> text(name, value, rule));
    }

    /** {@code true} or {@code false}; false where it is missing. */
    boolean truth(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isPresent() && !(value.get() instanceof Truth)) {
            flaw(name, "expected true or false, was " + value.get().shown());
        }
        return value.isPresent() && value.get() instanceof Truth truth && truth.value();
    }

    /** Texts by name, in the order of the names. */
    Map<String, String> texts(String name, int most, TextRule nameRule, TextRule rule) {
        Map<String, String> texts = new TreeMap<>();
        Optional<JsonValue> value = value(name);
        if (value.isEmpty()) {
            return texts;
        }
        FieldReader fields = of(value.get(), placeOf(name), flaws);
        if (fields.values.size() > most) {
            flaw(name, "expected up to " + most + " entries, was " + fields.values.size());
            return texts;
        }
        for (String key : fields.values.keySet()) {
            nameRule.brokenBy(key).ifPresent(expected -> fields.flaw(key, expected + " as a name"));
            texts.put(key, fields.requiredText(key, rule));
        }
        return texts;
    }

    /** The items of an array that must be there and must not be empty. */
    List<JsonValue> requiredItems(String name, int most) {
        Optional<JsonValue> value = required(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof Items items
                && !items.values().isEmpty()
                && items.values().size() <= most) {
            return items.values();
        }
        String was = value.get() instanceof Items items
                ? items.values().size() + " of them"
                : value.get().shown();
        flaw(name, "expected an array of 1 to " + most + ", was " + was);
        return List.of();
    }

    private Optional<String> text(String name, JsonValue value, TextRule rule) {
        return text(name, value).filter(text -> keeps(name, text, rule));
    }

    private Optional<String> text(String name, JsonValue value) {
        if (value instanceof Text text) {
            return Optional.of(text.text());
        }
        flaw(name, "expected a text, was " + value.shown());
        return Optional.empty();
    }

    /** Whether the text of a field keeps a rule; told if it does not. */
    boolean keeps(String name, String text, TextRule rule) {
        Optional<String> broken = rule.brokenBy(text);
        broken.ifPresent(expected -> flaw(name, expected + ", was " + Excerpt.of(text)));
        return broken.isEmpty();
    }

    /** Notes that a field is wrong. */
    void flaw(String name, String message) {
        flaws.add(place.member(name).toString(), message);
    }

    /** Where a field stands. */
    JsonPlace placeOf(String name) {
        return place.member(name);
    }

    /** Notes every field that was not asked for. */
    void refuseOthers() {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                flaw(name, "unknown field" + NearNames.didYouMean(name, known));
            }
        }
    }
}
