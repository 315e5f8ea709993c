package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.Assessment;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.streams.consent.ConsentDeclaration;
import io.truenorth.streams.consent.Purpose;
import io.truenorth.streams.customer.ScoringResult.ScoreUpdate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Scores a customer and decides whether to publish the score and when the customer is due again. Immutable. */
public final class CustomerScoring {
    private final RelationshipScoring scoring;
    private final List<String> segments;
    private final ConsentDeclaration declared;

    /**
     * Creates the scoring.
     *
     * @param segments the attributes whose values are scopes
     * @param declared what is declared about consent
     */
    public CustomerScoring(RelationshipScoring scoring, List<String> segments, ConsentDeclaration declared) {
        this.scoring = scoring;
        this.segments = List.copyOf(segments);
        this.declared = declared;
    }

    ScoringModel model() {
        return scoring.model();
    }

    /** Returns what is declared about consent. */
    ConsentDeclaration declared() {
        return declared;
    }

    /** Returns whether a customer may be scored. */
    boolean allows(LiveCustomer customer) {
        return declared.allows(Purpose.SCORING, customer.consents());
    }

    /**
     * Scores a customer who changed or is due. One who may not be scored is left without a score.
     *
     * @param now epoch ms
     */
    ScoringResult score(LiveCustomer customer, long now) {
        OptionalInt lastDay = allows(customer) ? customer.lastDay() : OptionalInt.empty();
        if (lastDay.isEmpty()) {
            return ScoringResult.NOTHING_LEFT;
        }
        Assessment assessment = customer.assess(scoring, momentOf(customer, lastDay.getAsInt(), now));
        boolean activation = declared.allows(Purpose.ACTIVATION, customer.consents());
        if (customer.changed() || hasMoved(customer.published(), assessment.snapshot(), activation)) {
            Explanation explanation = assessment.explanation();
            ScoreUpdate update =
                    new ScoreUpdate(explanation, assessment.totals(), published(customer, explanation, activation));
            return new ScoringResult(update, assessment.dueNoEarlierThan());
        }
        return new ScoringResult(null, assessment.nextFall());
    }

    /**
     * Returns now, but not before the arrival of the touches scored (clocks differ), not before the time of the
     * previous published score, and late enough for the newest cell to count: a cell counts from the second millisecond
     * of its day.
     */
    private static long momentOf(LiveCustomer customer, int lastDay, long now) {
        long moment = Math.max(now, customer.latestArrival());
        Published before = customer.published();
        if (before != null) {
            moment = Math.max(moment, before.scoredAt());
        }
        return Math.max(moment, Days.start(lastDay) + 1);
    }

    private static boolean hasMoved(@Nullable Published before, ScoreSnapshot now, boolean activation) {
        return before == null
                || before.stage() != now.stage()
                || before.wholePoints() != now.wholePoints()
                || before.detractor() != now.detractor()
                || before.activation() != activation;
    }

    private Published published(LiveCustomer customer, Explanation explanation, boolean activation) {
        ScoreSnapshot snapshot = explanation.snapshot();
        return new Published(
                snapshot.asOf(),
                snapshot.stage(),
                snapshot.detractor(),
                activation,
                snapshot.contributions(),
                explanation.kinds(),
                explanation.advocacyBySubject(),
                segmentsOf(customer.attributes()));
    }

    private Map<String, String> segmentsOf(IdentityAttributes attributes) {
        Map<String, String> values = new HashMap<>();
        for (String segment : segments) {
            String value = attributes.value(segment);
            values.put(segment, value.isEmpty() ? ScopeNames.UNSET : value);
        }
        return values;
    }
}
