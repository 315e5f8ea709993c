package io.truenorth.query;

import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One customer at a moment, with the exact explanation of the score: {@code GET /v1/customers/{id}}. Amounts are micro-points
 * (1 point = 1 000 000).
 *
 * @param customer the customer's id
 * @param asOf the moment
 * @param score 0 to 100 000 000
 * @param wholePoints the score in points, rounded down
 * @param stage how far the relationship has come
 * @param contributions what each dimension gives; they add up to the score
 * @param advocacyMass how much the customer speaks for the brand, decayed
 * @param advocacyMassBySubject the same by brand, product line or campaign; only those above 0
 * @param detractorRisk how much the customer speaks against the brand, 0 to below 1
 * @param detractor whether that makes the customer a detractor
 * @param departures the last act by which the customer left; empty if there is none
 * @param explanation what each dimension gives by channel and kind
 * @param trend where the customer stood before, the latest first
 * @param nextDrop when a whole point is lost if nothing happens; absent if none can be
 * @param nextFallOfStage when the stage is lost if nothing happens; absent if it cannot be
 * @param attributes such as region and tier, as known now
 * @param consent as known now
 */
public record CustomerReport(
        String customer,
        Instant asOf,
        long score,
        int wholePoints,
        Stage stage,
        DimensionAmounts contributions,
        double advocacyMass,
        Map<String, Double> advocacyMassBySubject,
        double detractorRisk,
        boolean detractor,
        List<CustomerDeparture> departures,
        List<DimensionShare> explanation,
        List<TrendPoint> trend,
        Optional<Instant> nextDrop,
        Optional<Instant> nextFallOfStage,
        Map<String, String> attributes,
        CustomerConsent consent) {

    /**
     * What a dimension gives.
     *
     * @param channels by name; empty for dimensions that are not split by channel
     */
    public record DimensionShare(Dimension dimension, long microPoints, List<ChannelShare> channels) {}

    /** What a channel gives to a dimension, and by which kinds of touchpoint. */
    public record ChannelShare(String channel, long microPoints, Map<String, Long> kinds) {}

    /**
     * Where the customer stood before.
     *
     * @param daysAgo how long before the moment
     * @param score then
     * @param stage then
     * @param change of the score since
     */
    public record TrendPoint(int daysAgo, long score, Stage stage, long change) {}
}
