package io.truenorth.streams.decode;

import io.truenorth.identity.MissingValue;
import io.truenorth.identity.NameText;
import io.truenorth.schemas.FailureReason;
import java.util.OptionalInt;

/** Checks on the texts of a touchpoint; a violation is reported with the path of the field. */
final class FieldTexts {
    /** The maximum length of an identity, event id, channel, kind, subject, attribute name or value, in characters. */
    static final int LONGEST = 1_000;

    private FieldTexts() {}

    /** Checks that a text is neither empty nor a missing value; returned as sent. */
    static String said(String path, String text) {
        if (text.isEmpty()) {
            throw new RejectedFieldException(FailureReason.INVALID_TEXT, path, "expected a text, was empty");
        }
        if (MissingValue.is(text)) {
            throw new RejectedFieldException(
                    FailureReason.INVALID_TEXT,
                    path,
                    "expected a text, was a placeholder for a missing value, " + text);
        }
        return wellFormed(path, text);
    }

    /** Checks a required name; returned in composed form. */
    static String name(String path, String text) {
        return shown(path, said(path, text));
    }

    /** Checks a text for display; returned in composed form. It may be empty. */
    static String shown(String path, String text) {
        rejectHidden(path, NameText.hiddenInText(wellFormed(path, text)));
        return NameText.composed(text);
    }

    /** Checks a part of an identity; returned in composed form. It may be empty. */
    static String identity(String path, String text) {
        rejectHidden(path, NameText.hiddenInIdentity(wellFormed(path, text)));
        return NameText.composed(text);
    }

    /** Checks the part before the colon of an identity or a reference; returned in composed form. */
    static String beforeColon(FailureReason reason, String path, String text) {
        String name = identity(path, text);
        if (name.isEmpty() || name.indexOf(':') >= 0) {
            throw new RejectedFieldException(
                    reason,
                    path,
                    "expected a name without a colon, was " + (name.isEmpty() ? "empty" : "one with a colon"));
        }
        return name;
    }

    private static void rejectHidden(String path, OptionalInt character) {
        if (character.isPresent()) {
            throw new RejectedFieldException(
                    FailureReason.HIDDEN_CHARACTER,
                    path,
                    "expected a text without invisible characters (" + NameText.nameOf(character.getAsInt()) + ")");
        }
    }

    /** An unpaired surrogate has no UTF-8 encoding, so that distinct names could become equal when stored. */
    static String wellFormed(String path, String text) {
        if (text.length() > LONGEST) {
            throw new RejectedFieldException(
                    FailureReason.OVERSIZED, path, "expected at most " + LONGEST + " characters, was " + text.length());
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    throw new RejectedFieldException(
                            FailureReason.INVALID_TEXT,
                            path,
                            "expected Unicode, but a character is an unpaired surrogate");
                }
                i++;
            }
        }
        return text;
    }
}
