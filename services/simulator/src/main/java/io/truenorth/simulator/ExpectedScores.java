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
 * What a correct system makes of the touches that it was given: the ledger of each customer, and where each one stands. An
 * oracle for tests of everything in between.
 */
public final class ExpectedScores implements Consumer<SimulatedTouch> {
    private final Map<String, RelationshipLedger> ledgers = new TreeMap<>();

    /** Takes a touch into account; one that was given before changes nothing. */
    @Override
    public void accept(SimulatedTouch touch) {
        ledgers.computeIfAbsent(touch.customer().key(), key -> new RelationshipLedger())
                .add(touch.toTouch());
    }

    /** The ledgers by the customers' keys, in order; not to be changed. */
    public Map<String, RelationshipLedger> ledgers() {
        return Collections.unmodifiableMap(ledgers);
    }

    /**
     * Where every customer stands, by their keys, in order.
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
