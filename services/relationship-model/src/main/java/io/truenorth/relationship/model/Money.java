package io.truenorth.relationship.model;

/**
 * The money dimension, the customer's spending: {@code sat(M, k)}, where M is the decayed money.
 *
 * @param weight share of the score before renormalisation; 0 excludes the dimension
 * @param halfLife in milliseconds
 * @param k the decayed money, in minor units of the reporting currency, at which half of the maximum is reached
 */
public record Money(double weight, long halfLife, double k) {

    public Money {
        new Checks()
                .weight(weight)
                .halfLife("halfLife", halfLife)
                .positive("k", k)
                .done();
    }
}
