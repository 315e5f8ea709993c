package io.truenorth.dashboard.api;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Micro-points as the JSON has them: points, exactly. */
final class Points {
    private static final int DECIMALS = 6;

    private Points() {}

    static BigDecimal of(long microPoints) {
        BigDecimal points = BigDecimal.valueOf(microPoints, DECIMALS).stripTrailingZeros();
        return points.scale() < 0 ? points.setScale(0, RoundingMode.UNNECESSARY) : points;
    }

    /** A computed number, such as an index, to two decimals. */
    static BigDecimal rounded(double value) {
        return rounded(value, 2);
    }

    /** A computed number that is rounded again for reading, to six decimals: what is rounded twice may end up elsewhere. */
    static BigDecimal precisely(double value) {
        return rounded(value, DECIMALS);
    }

    private static BigDecimal rounded(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }
}
