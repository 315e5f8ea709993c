package io.truenorth.streams.rollup;

/** Points moved on a day: micro-points gained and lost, 0 or more each. Mutable; owned by one aggregate. */
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

    /** Adds micro-points gained (above 0) or lost (below 0). */
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
