package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.model.KindRule;

/**
 * The contribution of a cell according to the meaning of its kind: complaints, departures and failures never raise a
 * score.
 */
final class CellValue {

    private CellValue() {}

    /** Returns whether the customer was active: their channel counts as active on the day. Complaints do not count. */
    static boolean isActive(Cell cell, KindRule kind) {
        return kind.isEngaging() && withoutComplaints(cell) > 0;
    }

    /** Returns whether the brand was active: its channel counts as active on the day. */
    static boolean isActiveOfTheBrand(Cell cell, KindRule kind) {
        return kind.isEngaging() && cell.outbound() > 0;
    }

    /**
     * Returns whether all touches are by the brand. Their sentiment, present in ledgers of earlier versions, is
     * ignored.
     */
    static boolean isOfTheBrandAlone(Cell cell) {
        return cell.inbound() == 0 && cell.outbound() != 0;
    }

    /** Returns the advocacy points, before decay; touches with negative sentiment earn none. */
    static double advocacyPoints(Cell cell, KindRule kind) {
        return kind.isEngaging() ? kind.points() * withoutComplaints(cell) : 0;
    }

    /** Returns the money in minor units; for a kind that is not engagement only negative amounts count. */
    static long money(Cell cell, KindRule kind) {
        return kind.isEngaging() ? cell.valueMinor() : Math.min(0, cell.valueMinor());
    }

    /** Returns the customer's touches less those with negative sentiment. */
    private static long withoutComplaints(Cell cell) {
        return Math.max(0, cell.inbound() - Math.max(0, cell.negative()));
    }
}
