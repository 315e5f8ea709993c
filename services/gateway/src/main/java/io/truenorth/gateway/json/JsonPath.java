package io.truenorth.gateway.json;

import org.jspecify.annotations.Nullable;

/** Where in a tree a reader stands. It is written as a pointer when somebody asks, which is seldom, and costs little until then. */
public final class JsonPath {

    /** The whole. */
    public static final JsonPath ROOT = new JsonPath(null, null, 0);

    private final @Nullable JsonPath parent;
    private final @Nullable String name;
    private final int index;

    private JsonPath(@Nullable JsonPath parent, @Nullable String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** The place of a member. */
    public JsonPath member(String memberName) {
        return new JsonPath(this, memberName, 0);
    }

    /** The place of an item. */
    public JsonPath item(int number) {
        return new JsonPath(this, null, number);
    }

    /** The JSON pointer. */
    @Override
    public String toString() {
        if (parent == null) {
            return "";
        }
        return name == null ? Pointer.to(parent.toString(), index) : Pointer.to(parent.toString(), name);
    }
}
