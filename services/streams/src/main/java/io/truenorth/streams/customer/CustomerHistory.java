package io.truenorth.streams.customer;

import io.truenorth.relationship.score.ScoreSnapshot;
import java.util.List;

/**
 * The history of a customer's score, computed from the current ledger.
 *
 * @param customer the customer's id
 * @param curve scores at equally spaced times from the first day to the time requested
 * @param cells touches until then, newest first
 * @param cellsLeftOut the number of older cells omitted
 */
public record CustomerHistory(String customer, List<ScoreSnapshot> curve, List<Cells> cells, int cellsLeftOut) {
    /**
     * Touches of one kind on one day and channel, over all subjects.
     *
     * @param day epoch day, UTC
     * @param channel the channel
     * @param kind the kind
     * @param inbound touches by the customer, less retracted ones
     * @param outbound touches by the brand, less retracted ones
     */
    public record Cells(int day, String channel, String kind, long inbound, long outbound) {
        Cells plus(Cells other) {
            return new Cells(day, channel, kind, inbound + other.inbound, outbound + other.outbound);
        }
    }
}
