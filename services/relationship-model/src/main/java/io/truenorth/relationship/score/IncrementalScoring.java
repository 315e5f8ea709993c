package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;

/**
 * Scores one ledger again and again as it grows: the days before the newest one are replayed once, and again only after
 * one of them has changed. The result equals that of {@link RelationshipScoring#assess} in every bit.
 *
 * <p>Consumes {@link RelationshipLedger#takeEarliestChange}. Not thread-safe.
 */
public final class IncrementalScoring {

    private final ScoreRules rules;
    private final RelationshipLedger ledger;
    /** The state before the newest day. */
    private LedgerReplay earlierDays;

    IncrementalScoring(ScoreRules rules, RelationshipLedger ledger) {
        this.rules = rules;
        this.ledger = ledger;
        this.earlierDays = new LedgerReplay(rules);
    }

    /**
     * Assesses the customer at a time.
     *
     * @param t epoch ms; days that began before it count
     */
    public Assessment assess(long t) {
        int newest = Math.min(ledger.lastDay().orElse(Integer.MAX_VALUE), Days.lastBefore(t));
        if (ledger.takeEarliestChange() <= earlierDays.day() || newest <= earlierDays.day()) {
            earlierDays = new LedgerReplay(rules);
        }
        ledger.forEachDay(earlierDays.day() + 1, newest - 1, earlierDays::add);
        LedgerReplay replay = new LedgerReplay(earlierDays);
        ledger.forEachDay(newest, newest, replay::add);
        return new Assessment(rules, replay, t);
    }

    /** Returns the approximate heap size without the ledger, in bytes. */
    public int heapBytes() {
        return earlierDays.heapBytes();
    }
}
