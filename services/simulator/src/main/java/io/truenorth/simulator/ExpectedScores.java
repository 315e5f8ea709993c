package io.truenorth.simulator;

import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The ledgers and scores that a correct system computes from the given touches: a test oracle.
 */
public final class ExpectedScores implements Consumer<SimulatedTouch> {
    private final Map<String, RelationshipLedger> ledgers = new TreeMap<>();

    /** Adds a touch; a duplicate changes nothing. */
    @Override
    public void accept(SimulatedTouch touch) {
        ledgers.computeIfAbsent(touch.customer().key(), key -> new RelationshipLedger())
                .add(touch.toTouch());
    }

    /** The ledgers by customer key, in order; unmodifiable. */
    public Map<String, RelationshipLedger> ledgers() {
        return Collections.unmodifiableMap(ledgers);
    }

    /**
     * The scores by customer key, in order.
     *
     * @param asOf epoch ms
     */
    public Map<String, ScoreSnapshot> snapshots(ScoringModel model, long asOf) {
        RelationshipScoring scoring = new RelationshipScoring(model);
        Map<String, ScoreSnapshot> snapshots = new TreeMap<>();
        ledgers.forEach((key, ledger) -> snapshots.put(key, scoring.snapshot(ledger, asOf)));
        return snapshots;
    }
}
