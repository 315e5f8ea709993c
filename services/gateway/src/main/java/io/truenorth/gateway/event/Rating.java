package io.truenorth.gateway.event;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * A scale of ratings, such as five stars.
 *
 * @param least the worst rating
 * @param most the best one, above the worst
 * @param stated whether the sender stated the scale
 */
public record Rating(BigDecimal least, BigDecimal most, boolean stated) {

    /** One to five stars, the default scale. */
    public static final Rating STARS = new Rating(BigDecimal.ONE, BigDecimal.valueOf(5), false);

    private static final BigDecimal NEGATIVE_BELOW = new BigDecimal("0.4");
    private static final BigDecimal POSITIVE_ABOVE = new BigDecimal("0.6");

    /** Requires a scale that is not empty. */
    public Rating {
        if (least.signum() < 0 || least.compareTo(most) >= 0) {
            throw new IllegalArgumentException("expected a scale that ends above its beginning");
        }
    }

    /**
     * The scale that ends at a best rating.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Rating outOf(BigDecimal most) {
        return new Rating(most.compareTo(BigDecimal.ONE) > 0 ? BigDecimal.ONE : BigDecimal.ZERO, most, true);
    }

    /**
     * The sentiment of a rating: −1, 0 or 1, for stars as in the standard model; empty if it is outside the scale. A
     * scale that is stated includes 0, as some scales begin there without saying so.
     */
    public Optional<Integer> sentimentOf(BigDecimal rating) {
        BigDecimal lowest = stated ? BigDecimal.ZERO : least;
        if (rating.compareTo(lowest) < 0 || rating.compareTo(most) > 0) {
            return Optional.empty();
        }
        BigDecimal share = rating.subtract(least).divide(most.subtract(least), MathContext.DECIMAL64);
        if (share.compareTo(NEGATIVE_BELOW) < 0) {
            return Optional.of(-1);
        }
        return Optional.of(share.compareTo(POSITIVE_ABOVE) > 0 ? 1 : 0);
    }

    /** In words, for messages. */
    @Override
    public String toString() {
        return "a rating from " + (stated ? BigDecimal.ZERO : least).toPlainString() + " to " + most.toPlainString();
    }
}
