package io.truenorth.relationship.ledger;

/** Receives the cells of a ledger day by day. */
@FunctionalInterface
public interface DayVisitor {

    /**
     * Receives one day.
     *
     * @param day valid until the visitor returns
     */
    void visit(DayCells day);
}
