package io.truenorth.benchmarks.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * The figures of one run of a contender, after the warm-up. Those of a live load are taken at half the highest rate, but
 * for that rate itself.
 *
 * @param eventsPerSecond touchpoints processed per second; of a live load, the highest rate with a low latency
 * @param clientMicros CPU time of the contender's process per touchpoint, in µs
 * @param brokerMicros CPU time of the broker's process per touchpoint, in µs
 * @param cores processors used by both
 * @param publishedPerEvent scores published per touchpoint
 * @param changelogPerInput bytes written to changelogs per byte of the touchpoints, as stored by the broker
 * @param peakMebibytes the most resident memory of the contender's process
 * @param stealPercent share of all processors' time taken by other virtual machines
 * @param foreignPercent share of all processors' time used by processes that are not part of the benchmark
 * @param p99Millis the 99th percentile of the time from arrival to score; null unless the load is live
 */
record Measurement(
        double eventsPerSecond,
        double clientMicros,
        double brokerMicros,
        double cores,
        double publishedPerEvent,
        double changelogPerInput,
        double peakMebibytes,
        double stealPercent,
        double foreignPercent,
        @Nullable Double p99Millis) {
    private static final double MOST_DISTURBANCE = 2;

    /** Returns whether others used so much of the processors that the figures are doubtful. */
    boolean isDisturbed() {
        return stealPercent + foreignPercent > MOST_DISTURBANCE;
    }

    /** Computes the figures between two samples. */
    static Measurement between(
            Sample first, Sample last, double eventsPerSecond, double publishedPerEvent, double inputBytesPerEvent) {
        double events = last.committed() - first.committed();
        double seconds = last.secondsSince(first);
        double client = last.clientCpu().minus(first.clientCpu()).toNanos() / 1e3;
        double broker = last.brokerCpu().minus(first.brokerCpu()).toNanos() / 1e3;
        return new Measurement(
                eventsPerSecond,
                client / events,
                broker / events,
                (client + broker) / 1e6 / seconds,
                publishedPerEvent,
                (last.changelogBytes() - first.changelogBytes()) / (events * inputBytesPerEvent),
                last.peakKibibytes() / 1024.0,
                last.machine().stealPercentSince(first.machine()),
                last.machine().foreignPercentSince(first.machine()),
                null);
    }

    Measurement withP99(double millis) {
        return new Measurement(
                eventsPerSecond,
                clientMicros,
                brokerMicros,
                cores,
                publishedPerEvent,
                changelogPerInput,
                peakMebibytes,
                stealPercent,
                foreignPercent,
                millis);
    }
}
