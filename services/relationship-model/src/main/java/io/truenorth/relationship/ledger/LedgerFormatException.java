package io.truenorth.relationship.ledger;

/** Thrown for bytes that are not a valid binary ledger; the message states what was expected at which offset. */
public final class LedgerFormatException extends IllegalArgumentException {

    LedgerFormatException(int offset, String problem) {
        super("at byte " + offset + " of a ledger: " + problem);
    }
}
