package io.truenorth.query;

import io.truenorth.relationship.score.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One customer of {@code GET /v1/scores}, in the form of {@code truenorth score}. Amounts are micro-points.
 *
 * @param customer the customer's id
 * @param score the sum of the six dimensions that follow
 * @param engagement see {@link DimensionAmounts}
 * @param money see {@link DimensionAmounts}
 * @param connectedness see {@link DimensionAmounts}
 * @param reciprocity see {@link DimensionAmounts}
 * @param sentiment see {@link DimensionAmounts}
 * @param advocacy see {@link DimensionAmounts}
 * @param advocacyMass see {@link CustomerReport}
 * @param detractorRisk see {@link CustomerReport}
 * @param detractor see {@link CustomerReport}
 * @param stage how far the relationship has come
 * @param departures the last act by which the customer left; empty if there is none
 * @param before where the customer stood at {@code since}; absent without it, and if nothing had happened by then
 * @param moved by channel and kind, the micro-points gained (above 0) or lost (below 0) since; absent without {@code since}
 */
public record CustomerScore(
        String customer,
        long score,
        long engagement,
        long money,
        long connectedness,
        long reciprocity,
        long sentiment,
        long advocacy,
        double advocacyMass,
        double detractorRisk,
        boolean detractor,
        Stage stage,
        List<CustomerDeparture> departures,
        Optional<PastScore> before,
        Optional<Map<String, Map<String, Long>>> moved) {

    /** Where a customer stood at an earlier moment. */
    public record PastScore(long score, Stage stage) {}
}
