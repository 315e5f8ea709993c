package io.truenorth.simulator;

/**
 * From life time to event time: the same up to a moment, and slower from then on, where the days of a life pass faster
 * than the days of the clock. Monotone, so the order of a life is the order of its events.
 */
final class TimeLine {
    private final long liveFrom;
    private final double pace;

    TimeLine(long liveFrom, double pace) {
        this.liveFrom = liveFrom;
        this.pace = pace;
    }

    /** Epoch ms of event time for epoch ms of life time. */
    long eventTime(long lifeTime) {
        return lifeTime <= liveFrom ? lifeTime : liveFrom + (long) ((lifeTime - liveFrom) / pace);
    }
}
