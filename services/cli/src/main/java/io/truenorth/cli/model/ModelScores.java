package io.truenorth.cli.model;

import io.truenorth.cli.history.CustomerLedgers;
import io.truenorth.relationship.ledger.Utf8Order;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The scores of the customers of histories by a model, as of a time. */
final class ModelScores {

    private final CustomerLedgers ledgers;
    private final RelationshipScoring scoring;
    private final long asOf;
    private final Set<String> counted;

    /** @param ledgers the histories, as read with the model */
    ModelScores(ScoringModel model, CustomerLedgers ledgers, long asOf) {
        this.ledgers = ledgers;
        this.scoring = new RelationshipScoring(model);
        this.asOf = asOf;
        this.counted = new HashSet<>(ledgers.countedAt(asOf));
    }

    /** The changes from this model to another, of every customer whom one of them scores, sorted as by {@code score}. */
    List<ModelScoreChange> changesTo(ModelScores other) {
        Set<String> customers = new TreeSet<>(Utf8Order::compare);
        customers.addAll(counted);
        customers.addAll(other.counted);
        return customers.parallelStream()
                .map(customer -> new ModelScoreChange(customer, of(customer), other.of(customer)))
                .toList();
    }

    private Optional<ScoreSnapshot> of(String customer) {
        return counted.contains(customer)
                ? ledgers.of(customer).map(ledger -> scoring.snapshot(ledger, asOf))
                : Optional.empty();
    }
}
