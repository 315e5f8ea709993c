package io.truenorth.relationship.model;

/**
 * Whether the customer speaks for the brand: {@code sat(A, k)} where the advocacy mass A is the decayed sum of the points
 * of the kinds.
 *
 * @param weight share of the score before renormalisation; 0 leaves the dimension out, the mass is known all the same
 * @param halfLife in milliseconds
 * @param k the mass at which half is reached
 */
public record Advocacy(double weight, long halfLife, double k) {

    public Advocacy {
        new Checks()
                .weight(weight)
                .halfLife("halfLife", halfLife)
                .positive("k", k)
                .done();
    }
}
