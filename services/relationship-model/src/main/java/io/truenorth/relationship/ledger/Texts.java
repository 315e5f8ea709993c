package io.truenorth.relationship.ledger;

/** What a text must be to be kept in a ledger. */
final class Texts {

    private Texts() {}

    static void requireText(String what, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("expected " + what + ", was empty");
        }
        requireUnicode(what, text);
    }

    /** Half a surrogate pair has no UTF-8, so that two names could become one when they are stored. */
    static void requireUnicode(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    throw new IllegalArgumentException(
                            "expected " + what + " in Unicode, but character " + (i + 1) + " is half a pair");
                }
                i++;
            }
        }
    }
}
