package io.truenorth.query;

import io.truenorth.relationship.score.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How one customer came to where they are: {@code GET /v1/customers/{id}/history}.
 *
 * @param customer the customer's id
 * @param curve the score at moments that are equally far apart, from the first day to the moment asked for
 * @param cells what happened until then, the newest first
 * @param cellsLeftOut the number of older cells that are left out
 */
public record CustomerHistoryReport(String customer, List<CurvePoint> curve, List<DayCell> cells, int cellsLeftOut) {

    /** The score at a moment, in micro-points. */
    public record CurvePoint(Instant at, long score, Stage stage) {}

    /**
     * Touchpoints of one kind on one day and channel.
     *
     * @param day UTC
     * @param channel where it happened
     * @param kind what happened
     * @param in the number by the customer
     * @param out the number by the brand
     */
    public record DayCell(LocalDate day, String channel, String kind, long in, long out) {}
}
