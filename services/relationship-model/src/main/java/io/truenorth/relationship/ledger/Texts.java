package io.truenorth.relationship.ledger;

/** Checks on texts stored in a ledger. */
final class Texts {

    private Texts() {}

    static void requireText(String what, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("expected " + what + ", was empty");
        }
        requireUnicode(what, text);
    }

    /** An unpaired surrogate has no UTF-8 encoding, so that distinct names could become equal when stored. */
    static void requireUnicode(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    throw new IllegalArgumentException(
                            "expected " + what + " in Unicode, but character " + (i + 1) + " is an unpaired surrogate");
                }
                i++;
            }
        }
    }

    /** Compares as the bytes in UTF-8 compare, which is the order of the code points. */
    static int compareUtf8(String one, String other) {
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
