package io.truenorth.relationship.score;

/**
 * Where one customer stands at one moment.
 *
 * @param asOf the moment, epoch ms
 * @param score 0 to 100 000 000 micro-points; the sum of the contributions
 * @param contributions what each dimension gives to the score
 * @param advocacyMass decayed points of the customer's deeds of advocacy, 0 or more
 * @param detractorRisk how much of what the customer says is against the brand, 0 to below 1
 * @param detractor whether the risk makes the customer a detractor; nobody unknown is one
 * @param stage the stage of the relationship
 */
public record Standing(
        long asOf,
        long score,
        Contributions contributions,
        double advocacyMass,
        double detractorRisk,
        boolean detractor,
        Stage stage) {

    /** A point in micro-points, the unit of scores and contributions. */
    public static final long POINT = 1_000_000;

    /** The score in whole points, rounded down: 0 to 100. */
    public int wholePoints() {
        return (int) (score / POINT);
    }
}
