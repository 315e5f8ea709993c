package io.truenorth.streams.decode;

import io.truenorth.identity.MissingValue;
import io.truenorth.identity.NameText;
import io.truenorth.schemas.FailureReason;
import java.util.OptionalInt;

/** What texts of a touchpoint must be; each is named by its field if it is not. */
final class FieldTexts {
    /** The longest identity, event id, channel, kind, subject, attribute or value of one, in characters. */
    static final int LONGEST = 1_000;

    private FieldTexts() {}

    /** A text that says something, as it was sent. */
    static String said(String path, String text) {
        if (text.isEmpty()) {
            throw new RejectedFieldException(FailureReason.INVALID_TEXT, path, "expected a text, was empty");
        }
        if (MissingValue.is(text)) {
            throw new RejectedFieldException(
                    FailureReason.INVALID_TEXT,
                    path,
                    "expected a text, was a program's word for a missing value, " + text);
        }
        return wellFormed(path, text);
    }

    /** A name that says something, in its one form. */
    static String name(String path, String text) {
        return shown(path, said(path, text));
    }

    /** A text that people are shown, in its one form; it may be empty. */
    static String shown(String path, String text) {
        rejectHidden(path, NameText.hiddenInText(wellFormed(path, text)));
        return NameText.composed(text);
    }

    /** A part of an identity, in its one form; it may be empty. */
    static String identity(String path, String text) {
        rejectHidden(path, NameText.hiddenInIdentity(wellFormed(path, text)));
        return NameText.composed(text);
    }

    private static void rejectHidden(String path, OptionalInt character) {
        if (character.isPresent()) {
            throw new RejectedFieldException(
                    FailureReason.HIDDEN_CHARACTER,
                    path,
                    "expected a text without characters that nobody sees (" + NameText.nameOf(character.getAsInt())
                            + ")");
        }
    }

    /** Half a surrogate pair has no UTF-8, so that two names could become one when they are stored. */
    private static String wellFormed(String path, String text) {
        if (text.length() > LONGEST) {
            throw new RejectedFieldException(
                    FailureReason.OVERSIZED, path, "expected at most " + LONGEST + " characters, was " + text.length());
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    throw new RejectedFieldException(
                            FailureReason.INVALID_TEXT, path, "expected Unicode, but a character is half a pair");
                }
                i++;
            }
        }
        return text;
    }
}
