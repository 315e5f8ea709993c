package io.truenorth.relationship.ledger;

/** Bytes that are not the binary form of a ledger; the message says what was expected at which offset. */
public final class LedgerFormatException extends IllegalArgumentException {

    LedgerFormatException(int offset, String problem) {
        super("at byte " + offset + " of a ledger: " + problem);
    }
}
