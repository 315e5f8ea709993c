package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.model.KindRule;

/** What a cell counts for by the meaning of its kind: complaints, leaving and failures raise nothing. */
final class CellValue {

    private CellValue() {}

    /** Whether the customer did something that makes the cell's channel an active one of its day: a complaint does not. */
    static boolean isActive(Cell cell, KindRule kind) {
        return kind.isEngaging() && withoutComplaints(cell) > 0;
    }

    /** Whether the brand did something that makes the cell's channel an active one of its day. */
    static boolean isActiveOfTheBrand(Cell cell, KindRule kind) {
        return kind.isEngaging() && cell.outbound() > 0;
    }

    /** Whether the brand alone touched: what it says of itself, which older ledgers hold, is ignored. */
    static boolean isOfTheBrandAlone(Cell cell) {
        return cell.inbound() == 0 && cell.outbound() != 0;
    }

    /** The advocacy points, before decay: praise that was a complaint earns none. */
    static double advocacyPoints(Cell cell, KindRule kind) {
        return kind.isEngaging() ? kind.points() * withoutComplaints(cell) : 0;
    }

    /** The money in minor units: where nobody acted, only what was given back counts. */
    static long money(Cell cell, KindRule kind) {
        return kind.isEngaging() ? cell.valueMinor() : Math.min(0, cell.valueMinor());
    }

    /** The touches by the customer that did not speak against the brand. */
    private static long withoutComplaints(Cell cell) {
        return Math.max(0, cell.inbound() - Math.max(0, cell.negative()));
    }
}
