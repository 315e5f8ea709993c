package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import org.jspecify.annotations.Nullable;

/**
 * Scores one ledger again and again as it grows: of a long history the days before the newest one are replayed once, and
 * again only after one of them has changed. The result equals that of {@link RelationshipScoring#assess} in every bit.
 *
 * <p>Consumes {@link RelationshipLedger#takeEarliestChange}. Not thread-safe.
 */
public final class IncrementalScoring {

    /** From this number of entries on, the time of a replay is worth the heap that the state before the newest day takes. */
    private static final int LONG_HISTORY = 64;

    private final ScoreRules rules;
    private final RelationshipLedger ledger;
    /** The state before the newest day; null while the history is short. */
    private @Nullable LedgerReplay earlierDays;

    IncrementalScoring(ScoreRules rules, RelationshipLedger ledger) {
        this.rules = rules;
        this.ledger = ledger;
    }

    /**
     * Assesses the customer at a time.
     *
     * @param t epoch ms; days that began before it count
     */
    public Assessment assess(long t) {
        int newest = Math.min(ledger.lastDay().orElse(Integer.MAX_VALUE), Days.lastBefore(t));
        LedgerReplay replay =
                ledger.size() < LONG_HISTORY ? new LedgerReplay(rules) : new LedgerReplay(replayedUntil(newest));
        ledger.forEachDay(replay.day() + 1, newest, replay::add);
        return new Assessment(rules, replay, t);
    }

    private LedgerReplay replayedUntil(int newest) {
        LedgerReplay earlier = earlierDays;
        int firstChange = ledger.takeEarliestChange();
        if (earlier == null || firstChange <= earlier.day() || newest <= earlier.day()) {
            earlier = new LedgerReplay(rules);
            earlierDays = earlier;
        }
        ledger.forEachDay(earlier.day() + 1, newest - 1, earlier::add);
        return earlier;
    }

    /** Returns the approximate heap size without the ledger, in bytes. */
    public int heapBytes() {
        return 32 + (earlierDays == null ? 0 : earlierDays.heapBytes());
    }
}
