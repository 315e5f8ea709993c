package io.truenorth.relationship.ledger;

/** The order of texts by their bytes in UTF-8, which is that of their code points. */
public final class Utf8Order {

    private Utf8Order() {}

    /** Compares two texts; {@link String#compareTo} differs beyond the basic plane. */
    public static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean bothOrNone = Character.isSurrogate(a) == Character.isSurrogate(b);
                return bothOrNone ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
