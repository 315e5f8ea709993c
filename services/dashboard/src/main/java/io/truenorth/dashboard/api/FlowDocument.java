package io.truenorth.dashboard.api;

import io.truenorth.contract.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who moved between stages in a period, and how that is written. */
final class FlowDocument {
    private final long[][] moves;
    private final int days;
    private final long since;

    FlowDocument(long[][] moves, int days, long since) {
        this.moves = moves;
        this.days = days;
        this.since = since;
    }

    Map<String, Object> document() {
        Map<String, Object> flow = new LinkedHashMap<>();
        flow.put("days", days);
        flow.put("from", ApiText.moment(since));
        flow.put("moves", moves());
        flow.put("up", up());
        flow.put("down", down());
        flow.put("newAdvocates", newAdvocates());
        return flow;
    }

    long up() {
        return count(1);
    }

    long down() {
        return count(-1);
    }

    long newAdvocates() {
        long sum = 0;
        for (long[] from : moves) {
            sum += from[Stage.ADVOCATE.ordinal()];
        }
        return sum;
    }

    private long count(int direction) {
        long sum = 0;
        for (int from = 0; from < moves.length; from++) {
            for (int to = 0; to < moves.length; to++) {
                sum += Integer.signum(to - from) == direction ? moves[from][to] : 0;
            }
        }
        return sum;
    }

    private List<Map<String, Object>> moves() {
        List<Map<String, Object>> written = new ArrayList<>();
        for (int from = 0; from < moves.length; from++) {
            for (int to = 0; to < moves.length; to++) {
                if (moves[from][to] > 0) {
                    Map<String, Object> move = new LinkedHashMap<>();
                    move.put("from", ApiText.word(ApiText.STAGES.get(from)));
                    move.put("to", ApiText.word(ApiText.STAGES.get(to)));
                    move.put("customers", moves[from][to]);
                    written.add(move);
                }
            }
        }
        return written;
    }
}
