package io.truenorth.dashboard.api;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.api.response.FlowResponse;
import io.truenorth.dashboard.api.response.FlowResponse.Move;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** From counts of customers by the stage before and now to the flow between stages. */
final class FlowMapping {
    private FlowMapping() {}

    /**
     * The flow of a period.
     *
     * @param moved customers by the stage before and the stage now
     * @param since the beginning of the period, epoch ms
     */
    static FlowResponse response(long[][] moved, int days, long since) {
        return new FlowResponse(
                days,
                Instant.ofEpochMilli(since),
                moves(moved),
                count(moved, 1),
                count(moved, -1),
                newAdvocates(moved));
    }

    private static List<Move> moves(long[][] moved) {
        List<Move> moves = new ArrayList<>();
        for (Stage from : Stage.values()) {
            for (Stage to : Stage.values()) {
                long customers = moved[from.ordinal()][to.ordinal()];
                if (customers > 0) {
                    moves.add(new Move(from, to, customers));
                }
            }
        }
        return moves;
    }

    private static long count(long[][] moved, int direction) {
        long sum = 0;
        for (int from = 0; from < moved.length; from++) {
            for (int to = 0; to < moved.length; to++) {
                sum += Integer.signum(to - from) == direction ? moved[from][to] : 0;
            }
        }
        return sum;
    }

    private static long newAdvocates(long[][] moved) {
        long sum = 0;
        for (long[] from : moved) {
            sum += from[Stage.ADVOCATE.ordinal()];
        }
        return sum;
    }
}
