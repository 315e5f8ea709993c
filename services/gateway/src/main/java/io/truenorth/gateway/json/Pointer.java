package io.truenorth.gateway.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.documents.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON pointer (RFC 6901) that is built while a tree is read. Its text is made only when it is asked for, as most pointers are
 * never shown.
 */
public final class Pointer {

    /** The whole document. */
    public static final Pointer ROOT = new Pointer(null, null, 0);

    private static final int MAX_NAME_LENGTH = 60;
    private static final Pattern SYNTAX = Pattern.compile("(/([^~/]|~[01])*)*");
    private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,8}");

    private final @Nullable Pointer parent;
    private final @Nullable String name;
    private final int index;

    private Pointer(@Nullable Pointer parent, @Nullable String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** The pointer of a member of this object. */
    public Pointer member(String memberName) {
        return new Pointer(this, memberName, 0);
    }

    /** The pointer of an item of this array. */
    public Pointer item(int itemIndex) {
        return new Pointer(this, null, itemIndex);
    }

    /** The text of the pointer; long names are shortened. */
    @Override
    public String toString() {
        if (parent == null) {
            return "";
        }
        return name == null ? parent + "/" + index : append(parent.toString(), name);
    }

    /** The text of a pointer with a member name appended; a long name is shortened. */
    public static String append(String pointer, String memberName) {
        return pointer + "/" + escape(Excerpt.plain(memberName, MAX_NAME_LENGTH));
    }

    /** A member name as a step of a pointer. */
    public static String escape(String memberName) {
        return memberName.replace("~", "~0").replace("/", "~1");
    }

    /** The unescaped steps of a pointer; empty if the text is not a pointer. The empty text is the whole document. */
    public static Optional<List<String>> parse(String text) {
        if (!SYNTAX.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(text.split("/", -1))
                .skip(1)
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    /** The node that some steps lead to. */
    public static Optional<JsonNode> find(JsonNode from, List<String> steps) {
        Optional<JsonNode> found = Optional.of(from);
        for (String step : steps) {
            found = found.flatMap(node -> next(node, step));
        }
        return found;
    }

    private static Optional<JsonNode> next(JsonNode node, String step) {
        if (node.isArray() && !INDEX.matcher(step).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(node.isArray() ? node.get(Integer.parseInt(step)) : node.get(step));
    }
}
