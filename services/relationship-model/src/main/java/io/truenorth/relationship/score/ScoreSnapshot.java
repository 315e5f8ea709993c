package io.truenorth.relationship.score;

import java.util.Optional;

/**
 * Where one customer stands at one moment.
 *
 * @param asOf the moment, epoch ms
 * @param score 0 to 100 000 000 micro-points; the sum of the contributions
 * @param contributions what each dimension gives to the score
 * @param advocacyMass decayed points of the customer's deeds of advocacy, 0 or more
 * @param detractorRisk how much of what the customer says is against the brand, 0 to below 1
 * @param detractor whether the risk makes the customer a detractor, whatever their score
 * @param stage the stage of the relationship
 * @param lastDeparture the last act by which the customer left, such as an unsubscribe, whatever they did since
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

    /** A point in micro-points, the unit of scores and contributions. */
    public static final long POINT = 1_000_000;

    /** The score in whole points, rounded down: 0 to 100. */
    public int wholePoints() {
        return (int) (score / POINT);
    }
}
