package io.truenorth.streams.rollup;

/** Points of a day: micro-points gained and lost, 0 or more each. Mutable, and of one aggregate alone. */
final class PointsMoved {
    private long gained;
    private long lost;

    PointsMoved() {}

    PointsMoved(long gained, long lost) {
        this.gained = gained;
        this.lost = lost;
    }

    long gained() {
        return gained;
    }

    long lost() {
        return lost;
    }

    /** Counts micro-points gained (above 0) or lost (below 0). */
    void add(long microPoints) {
        if (microPoints > 0) {
            gained += microPoints;
        } else {
            lost -= microPoints;
        }
    }

    void add(PointsMoved other) {
        gained += other.gained;
        lost += other.lost;
    }
}
