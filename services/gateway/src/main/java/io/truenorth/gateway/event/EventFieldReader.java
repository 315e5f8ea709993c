package io.truenorth.gateway.event;

import io.truenorth.documents.Excerpt;
import io.truenorth.documents.NearNames;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.JsonPath;
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
final class EventFieldReader {

    private final Map<String, JsonValue> values;
    private final boolean requires;
    private final JsonPath place;
    private final Violations violations;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param requires whether missing fields are told; not those of something that is no object at all */
    private EventFieldReader(Map<String, JsonValue> values, boolean requires, JsonPath place, Violations violations) {
        this.values = values;
        this.requires = requires;
        this.place = place;
        this.violations = violations;
    }

    /** Of a value that should be an object; one without fields where it is none, which is noted. */
    static EventFieldReader of(JsonValue value, JsonPath place, Violations violations) {
        if (value instanceof Members members) {
            return new EventFieldReader(members.values(), true, place, violations);
        }
        violations.add(place.toString(), "expected an object, was " + value.shown());
        return new EventFieldReader(Map.of(), false, place, violations);
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
            violation(name, "expected, but missing");
        }
        return value;
    }

    /** A text that must be there. */
    String requiredText(String name, TextConstraint rule) {
        return required(name).flatMap(value -> text(name, value, rule)).orElse("");
    }

    /** A text that must be there, whatever it says. */
    Optional<String> requiredText(String name) {
        return required(name).flatMap(value -> text(name, value));
    }

    /** A text that may be there. */
    Optional<String> text(String name, TextConstraint rule) {
        return value(name).flatMap(value -> text(name, value, rule));
    }

    /** {@code true} or {@code false}; false where it is missing. */
    boolean truth(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isPresent() && !(value.get() instanceof Truth)) {
            violation(name, "expected true or false, was " + value.get().shown());
        }
        return value.isPresent() && value.get() instanceof Truth truth && truth.value();
    }

    /** Texts by name, in the order of the names. */
    Map<String, String> texts(String name, int most, TextConstraint nameRule, TextConstraint rule) {
        Map<String, String> texts = new TreeMap<>();
        Optional<JsonValue> value = value(name);
        if (value.isEmpty()) {
            return texts;
        }
        EventFieldReader fields = of(value.get(), placeOf(name), violations);
        if (fields.values.size() > most) {
            violation(name, "expected up to " + most + " entries, was " + fields.values.size());
            return texts;
        }
        for (String key : fields.values.keySet()) {
            nameRule.violationOf(key).ifPresent(expected -> fields.violation(key, expected + " as a name"));
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
        violation(name, "expected an array of 1 to " + most + ", was " + was);
        return List.of();
    }

    private Optional<String> text(String name, JsonValue value, TextConstraint rule) {
        return text(name, value).filter(text -> satisfies(name, text, rule));
    }

    private Optional<String> text(String name, JsonValue value) {
        if (value instanceof Text text) {
            return Optional.of(text.text());
        }
        violation(name, "expected a text, was " + value.shown());
        return Optional.empty();
    }

    /** Whether the text of a field keeps a rule; told if it does not. */
    boolean satisfies(String name, String text, TextConstraint rule) {
        Optional<String> broken = rule.violationOf(text);
        broken.ifPresent(expected -> violation(name, expected + ", was " + Excerpt.of(text)));
        return broken.isEmpty();
    }

    /** Notes that a field is wrong. */
    void violation(String name, String message) {
        violations.add(place.member(name).toString(), message);
    }

    /** Where a field stands. */
    JsonPath placeOf(String name) {
        return place.member(name);
    }

    /** Notes every field that was not asked for. */
    void rejectUnknownFields() {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                violation(name, "unknown field" + NearNames.didYouMean(name, known));
            }
        }
    }
}
