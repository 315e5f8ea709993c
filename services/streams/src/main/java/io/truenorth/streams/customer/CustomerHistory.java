package io.truenorth.streams.customer;

import io.truenorth.relationship.score.ScoreSnapshot;
import java.util.List;

/**
 * How a customer came to where they are, computed from what is known now.
 *
 * @param customer the customer's id
 * @param curve where the customer stood at moments that are equally far apart, from the first day to the moment asked for
 * @param cells what happened until then, the newest first
 * @param cellsLeftOut how many older cells there are beyond those
 */
public record CustomerHistory(String customer, List<ScoreSnapshot> curve, List<Cells> cells, int cellsLeftOut) {
    /**
     * Touches of one kind on one day and channel, whatever they were about.
     *
     * @param day epoch day, UTC
     * @param channel where it happened
     * @param kind what happened
     * @param inbound touches by the customer, less those taken back
     * @param outbound touches by the brand, less those taken back
     */
    public record Cells(int day, String channel, String kind, long inbound, long outbound) {
        Cells plus(Cells other) {
            return new Cells(day, channel, kind, inbound + other.inbound, outbound + other.outbound);
        }
    }
}
