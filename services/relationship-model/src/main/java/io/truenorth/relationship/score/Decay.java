package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Days;

/**
 * Weights {@code 2^(−age/h)} of one half-life. Ages of whole days come from a table, as cells begin with their day: an
 * age is whole days and a part of one, and its weight the product of the two.
 *
 * <p>StrictMath throughout, so that every machine gets the same bits.
 */
final class Decay {

    private static final int TABLE_DAYS = 2048;

    final long halfLife;
    /** Its place among the decays of its model. */
    final int index;

    private final double[] ofDays;

    Decay(long halfLife, int index) {
        this.halfLife = halfLife;
        this.index = index;
        this.ofDays = new double[TABLE_DAYS];
        for (int days = 0; days < TABLE_DAYS; days++) {
            ofDays[days] = ofMillis(days * Days.MILLIS);
        }
    }

    double ofDays(int days) {
        return days < TABLE_DAYS ? ofDays[days] : ofMillis(days * Days.MILLIS);
    }

    double ofMillis(long age) {
        return age == 0 ? 1 : StrictMath.pow(2, -(double) age / halfLife);
    }
}
