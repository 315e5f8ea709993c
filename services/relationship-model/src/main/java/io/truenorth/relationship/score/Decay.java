package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Days;

/**
 * The weights {@code 2^(−age/h)} of one half-life. An age is split into whole days, whose weights come from a table,
 * and the rest of a day; the weight is the product of both.
 *
 * <p>Uses {@link StrictMath} throughout, for identical bits on every machine.
 */
final class Decay {

    private static final int TABLE_DAYS = 2048;

    final long halfLife;
    /** Position among the decays of its model. */
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
