package io.truenorth.backtest;

/**
 * The history of one customer in the terms of BG/NBD; times in weeks from the first purchase.
 *
 * @param count x, the number of repeat purchases; several on one day are one
 * @param last t_x, the time of the last purchase; 0 without a repeat purchase
 * @param age T, the time at the end of the observation
 */
public record RepeatPurchases(int count, double last, double age) {

    public RepeatPurchases {
        if (count < 0 || last < 0 || last > age) {
            throw new IllegalArgumentException(
                    "expected 0 <= count and 0 <= last <= age, were " + count + ", " + last + ", " + age);
        }
    }
}
