package io.truenorth.documents;

/** Paths in a document, such as {@code dimensions.engagement.halfLives[0]}. */
public final class Paths {

    private Paths() {}

    /** The path of a key in the map at a path. */
    public static String under(String parent, String key) {
        if (!key.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-') || key.isEmpty()) {
            return parent + "[\"" + Excerpt.plain(key, 60) + "\"]";
        }
        return parent.isEmpty() ? key : parent + "." + key;
    }

    static String at(String parent, int index) {
        return parent + "[" + index + "]";
    }

    /** A path that is relative to another one, which may begin with an index. */
    static String join(String parent, String relative) {
        if (parent.isEmpty() || relative.isEmpty()) {
            return parent + relative;
        }
        return relative.startsWith("[") ? parent + relative : parent + "." + relative;
    }

    /** The path one level further up; empty for the root. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
