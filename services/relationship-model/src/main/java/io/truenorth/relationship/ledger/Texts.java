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
}
