package io.truenorth.relationship.model;

/**
 * The advocacy dimension, whether the customer recommends the brand: {@code sat(A, k)}, where the advocacy mass A is
 * the decayed sum of advocacy points.
 *
 * @param weight share of the score before renormalisation; 0 excludes the dimension, though the mass is still computed
 * @param halfLife in milliseconds
 * @param k the mass at which half of the maximum is reached
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
