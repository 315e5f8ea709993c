package io.truenorth.relationship.model;

/**
 * The reciprocity dimension, whether both sides are active: {@code 2·min(E, O) / (E + O + k)} over the decayed active
 * channel-days of the customer (E) and of the brand (O).
 *
 * @param weight share of the score before renormalisation; 0 excludes the dimension
 * @param halfLife in milliseconds
 * @param k damping, so that a single pair of days does not reach the maximum
 */
public record Reciprocity(double weight, long halfLife, double k) {

    public Reciprocity {
        new Checks()
                .weight(weight)
                .halfLife("halfLife", halfLife)
                .positive("k", k)
                .done();
    }
}
