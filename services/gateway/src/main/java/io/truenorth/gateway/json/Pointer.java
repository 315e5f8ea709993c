package io.truenorth.gateway.json;

import io.truenorth.documents.Excerpt;

/** Writes JSON pointers (RFC 6901). */
public final class Pointer {

    private static final int LONGEST_NAME = 60;

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
}
