package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Cell;
import java.util.List;

/** Receives the cells of a ledger day by day. */
@FunctionalInterface
interface DayVisitor {

    /**
     * Receives one day.
     *
     * @param cells of its month, in key order
     * @param from the index of the day's first cell
     * @param to the index after its last
     */
    void visit(List<Cell> cells, int from, int to);
}
