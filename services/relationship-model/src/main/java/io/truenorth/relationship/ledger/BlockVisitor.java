package io.truenorth.relationship.ledger;

/** Receives the blocks in which a ledger is stored. */
@FunctionalInterface
public interface BlockVisitor {

    /**
     * Receives one block.
     *
     * @param month the calendar month (UTC), in months since January 1970
     * @param bytes the binary form of all entries of the month
     */
    void visit(int month, byte[] bytes);
}
