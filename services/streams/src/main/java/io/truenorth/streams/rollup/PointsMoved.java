package io.truenorth.streams.rollup;

/**
 * Points of a day.
 *
 * @param gained micro-points, 0 or more
 * @param lost micro-points, 0 or more
 */
record PointsMoved(long gained, long lost) {
    PointsMoved plus(PointsMoved other) {
        return new PointsMoved(gained + other.gained, lost + other.lost);
    }
}
