package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Cell;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the last departure among the days of a ledger; of several on one day, the first by channel and kind. */
final class LastDeparture {

    private final ScoreRules rules;
    private @Nullable Departure last;

    LastDeparture(ScoreRules rules) {
        this.rules = rules;
    }

    /** Adds the cells of a day, in key order; the day must be later than all days added before. */
    void add(List<Cell> cells, int from, int to) {
        for (int i = from; i < to; i++) {
            Cell cell = cells.get(i);
            if (rules.kind(cell.kind()).isLeaving() && happened(cell)) {
                last = new Departure(cell.day(), cell.channel(), cell.kind());
                return;
            }
        }
    }

    private static boolean happened(Cell cell) {
        return cell.inbound() > 0 || cell.outbound() > 0;
    }

    Optional<Departure> last() {
        return Optional.ofNullable(last);
    }
}
