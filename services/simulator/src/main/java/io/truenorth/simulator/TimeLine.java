package io.truenorth.simulator;

/**
 * Maps simulated time to event time: identical up to a point, then compressed, as simulated days pass faster than
 * real ones. Monotonic, so the order of events is preserved.
 */
final class TimeLine {
    private final long liveFrom;
    private final double pace;

    TimeLine(long liveFrom, double pace) {
        this.liveFrom = liveFrom;
        this.pace = pace;
    }

    /** Event time for simulated time, both epoch ms. */
    long eventTime(long lifeTime) {
        return lifeTime <= liveFrom ? lifeTime : liveFrom + (long) ((lifeTime - liveFrom) / pace);
    }
}
