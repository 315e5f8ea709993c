package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.DayCells;
import io.truenorth.relationship.model.KindRule;

/**
 * The contribution of a cell according to the meaning of its kind: complaints, departures and failures never raise a
 * score.
 */
public final class CellValue {

    private CellValue() {}

    /** Returns whether the customer was active: their channel counts as active on the day. Complaints do not count. */
    public static boolean isActive(DayCells day, int cell, KindRule kind) {
        return kind.isEngaging() && withoutComplaints(day, cell) > 0;
    }

    /** Returns whether the brand was active: its channel counts as active on the day. */
    static boolean isActiveOfTheBrand(DayCells day, int cell, KindRule kind) {
        return kind.isEngaging() && day.outbound(cell) > 0;
    }

    /**
     * Returns whether all touches are by the brand. Their sentiment, present in ledgers of earlier versions, is
     * ignored.
     */
    static boolean isOfTheBrandAlone(DayCells day, int cell) {
        return day.inbound(cell) == 0 && day.outbound(cell) != 0;
    }

    /** Returns the advocacy points, before decay; touches with negative sentiment earn none. */
    static double advocacyPoints(DayCells day, int cell, KindRule kind) {
        return kind.isEngaging() && kind.points() != 0 ? kind.points() * withoutComplaints(day, cell) : 0;
    }

    /** Returns the money in minor units; for a kind that is not engagement only negative amounts count. */
    public static long money(DayCells day, int cell, KindRule kind) {
        return kind.isEngaging() ? day.valueMinor(cell) : Math.min(0, day.valueMinor(cell));
    }

    /** Returns the customer's touches less those with negative sentiment. */
    private static long withoutComplaints(DayCells day, int cell) {
        return Math.max(0, day.inbound(cell) - Math.max(0, day.negative(cell)));
    }
}
