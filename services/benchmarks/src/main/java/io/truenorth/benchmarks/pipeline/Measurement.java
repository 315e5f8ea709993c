package io.truenorth.benchmarks.pipeline;

import java.time.Duration;

/**
 * What one run of a contender came to, between the first commit behind the warm-up and the last.
 *
 * @param events touchpoints committed in that time
 * @param took that time
 * @param clientCpu what the contender's process had of the processors
 * @param brokerCpu what the process of broker and registry had of them
 * @param published scores published in the whole run
 */
record Measurement(long events, Duration took, Duration clientCpu, Duration brokerCpu, long published) {
    double thousandsPerSecond() {
        return events / (took.toNanos() / 1e6);
    }

    double clientMicrosPerEvent() {
        return clientCpu.toNanos() / 1e3 / events;
    }

    double brokerMicrosPerEvent() {
        return brokerCpu.toNanos() / 1e3 / events;
    }
}
