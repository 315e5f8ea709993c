package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.harness.MachineLoad;
import java.time.Duration;

/**
 * The progress of a contender at a moment, and what it has used so far.
 *
 * @param committed touchpoints committed
 * @param nanos the moment, by {@link System#nanoTime()}
 * @param clientCpu CPU time of its process
 * @param brokerCpu CPU time of the broker's process
 * @param changelogBytes written to its changelogs
 * @param peakKibibytes the most resident memory of its process
 * @param machine CPU times of the machine
 */
record Sample(
        long committed,
        long nanos,
        Duration clientCpu,
        Duration brokerCpu,
        long changelogBytes,
        long peakKibibytes,
        MachineLoad machine) {

    double secondsSince(Sample first) {
        return (nanos - first.nanos) / 1e9;
    }
}
