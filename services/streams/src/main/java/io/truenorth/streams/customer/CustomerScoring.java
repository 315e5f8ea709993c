package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.Assessment;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.schemas.ScopeNames;
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

    /**
     * Creates the scoring.
     *
     * @param segments the attributes whose values are scopes
     */
    public CustomerScoring(RelationshipScoring scoring, List<String> segments) {
        this.scoring = scoring;
        this.segments = List.copyOf(segments);
    }

    ScoringModel model() {
        return scoring.model();
    }

    /**
     * Scores a customer who changed or is due.
     *
     * @param now epoch ms
     */
    ScoringResult score(LiveCustomer customer, long now) {
        OptionalInt lastDay = customer.lastDay();
        if (lastDay.isEmpty()) {
            return ScoringResult.NOTHING_LEFT;
        }
        Assessment assessment = customer.assess(scoring, momentOf(customer, lastDay.getAsInt(), now));
        if (customer.changed() || hasMoved(customer.published(), assessment.snapshot())) {
            Explanation explanation = assessment.explanation();
            ScoreUpdate update = new ScoreUpdate(explanation, assessment.totals(), published(customer, explanation));
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

    private static boolean hasMoved(@Nullable Published before, ScoreSnapshot now) {
        return before == null
                || before.stage() != now.stage()
                || before.wholePoints() != now.wholePoints()
                || before.detractor() != now.detractor();
    }

    private Published published(LiveCustomer customer, Explanation explanation) {
        ScoreSnapshot snapshot = explanation.snapshot();
        return new Published(
                snapshot.asOf(),
                snapshot.stage(),
                snapshot.detractor(),
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
