package io.truenorth.gateway.json;

import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.JsonValue.Items;
import io.truenorth.gateway.json.JsonValue.Members;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads and writes JSON pointers (RFC 6901). */
public final class Pointer {

    private static final int LONGEST_NAME = 60;
    private static final Pattern FORM = Pattern.compile("(/([^~/]|~[01])*)*");
    private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,8}");

    private Pointer() {}

    /** The pointer of a member; a long name is shortened. */
    public static String to(String parent, String name) {
        String shown = Excerpt.plain(name, LONGEST_NAME);
        return parent + "/" + shown.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer of an item. */
    public static String to(String parent, int index) {
        return parent + "/" + index;
    }

    /** The names and indexes of a pointer, unescaped; nothing if it is none. The empty pointer is the whole. */
    public static Optional<List<String>> steps(String pointer) {
        if (!FORM.matcher(pointer).matches()) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(pointer.split("/", -1))
                .skip(1)
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    /** The value that some steps lead to from another one. */
    public static Optional<JsonValue> find(JsonValue from, List<String> steps) {
        Optional<JsonValue> found = Optional.of(from);
        for (String step : steps) {
            found = found.flatMap(value -> next(value, step));
        }
        return found;
    }

    private static Optional<JsonValue> next(JsonValue value, String step) {
        if (value instanceof Members members) {
            return Optional.ofNullable(members.values().get(step));
        }
        if (value instanceof Items items && INDEX.matcher(step).matches()) {
            return items.values().stream().skip(Long.parseLong(step)).findFirst();
        }
        return Optional.empty();
    }
}
