package io.truenorth.relationship.score;

/** {@code sat(x, k) = x / (x + k)}: 0 at 0, 1/2 at k, below 1 always. */
final class Saturation {

    private static final double BELOW_ONE = Math.nextDown(1.0);

    private Saturation() {}

    static double of(double x, double k) {
        return x <= 0 ? 0 : Math.min(x / (x + k), BELOW_ONE);
    }
}
