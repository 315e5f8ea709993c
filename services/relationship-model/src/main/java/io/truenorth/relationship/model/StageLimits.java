package io.truenorth.relationship.model;

/**
 * The scores at which a stage is entered and left. The gap between them prevents a customer from alternating between
 * stages.
 *
 * @param up points, 0 to 100, from which the stage is entered
 * @param down points, at least a micro-point and up to {@code up}, below which the stage is left
 */
public record StageLimits(double up, double down) {

    private static final double MICRO_POINTS = 1_000_000;

    public StageLimits {
        new Checks()
                .within(0, 100, "up", up)
                .that(
                        down * MICRO_POINTS >= 1 && down <= up,
                        "down",
                        "expected points of at least 0.000001 and up to the entry limit, " + up + ", was " + down)
                .done();
    }

    /** Returns {@link #up} in micro-points. */
    public long upMicroPoints() {
        return Math.round(up * MICRO_POINTS);
    }

    /** Returns {@link #down} in micro-points. */
    public long downMicroPoints() {
        return Math.round(down * MICRO_POINTS);
    }
}
