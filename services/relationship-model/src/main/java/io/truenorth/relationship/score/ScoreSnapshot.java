package io.truenorth.relationship.score;

import java.util.Optional;

/**
 * The score and stage of one customer at one time.
 *
 * @param asOf the time, epoch ms
 * @param score 0 to 100 000 000 micro-points; the sum of the contributions
 * @param contributions the contribution of each dimension to the score
 * @param advocacyMass decayed advocacy points, 0 or more
 * @param detractorRisk the weight of negative sentiment, 0 to below 1
 * @param detractor whether the risk makes the customer a detractor, regardless of the score
 * @param stage the stage of the relationship
 * @param lastDeparture the last act by which the customer left, such as an unsubscribe, regardless of later activity
 */
public record ScoreSnapshot(
        long asOf,
        long score,
        Contributions contributions,
        double advocacyMass,
        double detractorRisk,
        boolean detractor,
        Stage stage,
        Optional<Departure> lastDeparture) {

    /** One point in micro-points, the unit of scores and contributions. */
    public static final long POINT = 1_000_000;

    /** Returns the score in whole points, rounded down: 0 to 100. */
    public int wholePoints() {
        return (int) (score / POINT);
    }
}
