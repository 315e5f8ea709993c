package io.truenorth.streams.query;

import io.truenorth.query.CustomerScore;
import io.truenorth.query.CustomerScore.PastScore;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.streams.customer.CustomerQueries.ScoredCustomer;
import io.truenorth.streams.customer.Movement;
import java.util.LinkedHashMap;
import java.util.Map;

/** From a scored customer to its line in an export. */
final class CustomerScoreMapping {
    private CustomerScoreMapping() {}

    static CustomerScore score(ScoredCustomer scored) {
        ScoreSnapshot snapshot = scored.snapshot();
        Contributions contributions = snapshot.contributions();
        return new CustomerScore(
                scored.customer(),
                snapshot.score(),
                contributions.engagement(),
                contributions.money(),
                contributions.connectedness(),
                contributions.reciprocity(),
                contributions.sentiment(),
                contributions.advocacy(),
                snapshot.advocacyMass(),
                snapshot.detractorRisk(),
                snapshot.detractor(),
                snapshot.stage(),
                CustomerReportMapping.departures(snapshot),
                scored.movement().flatMap(Movement::before).map(past -> new PastScore(past.score(), past.stage())),
                scored.movement().map(CustomerScoreMapping::moved));
    }

    /** Micro-points gained or lost by channel and kind, in the order of their names. */
    private static Map<String, Map<String, Long>> moved(Movement movement) {
        Map<String, Map<String, Long>> moved = new LinkedHashMap<>();
        movement.kinds()
                .forEach((where, microPoints) -> moved.computeIfAbsent(where.channel(), first -> new LinkedHashMap<>())
                        .put(where.kind(), microPoints));
        return moved;
    }
}
