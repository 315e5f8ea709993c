package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.load.WorkloadSize;
import java.util.List;

/**
 * What a row of the results depends on, besides load and contender.
 *
 * @param events touchpoints of the loads that are written before they are processed
 * @param customers whom these concern
 * @param customersOnDisk customers with a history before the live loads start
 * @param warmUpSeconds warm-up before a measurement
 * @param stepSeconds length of each step of a live load
 * @param firstRate touchpoints per second of the first step
 * @param growth by which each step's rate exceeds that of the previous one
 * @param mostSteps after which a live load ends, even if the latency is still low
 * @param seed of all random choices
 * @param jvm JVM options of contenders with state on disk
 * @param heapStateJvm JVM options of contenders with state on the heap
 * @param profiled whether the contenders are profiled, which costs some of their time
 */
record Settings(
        int events,
        int customers,
        int customersOnDisk,
        int warmUpSeconds,
        int stepSeconds,
        int firstRate,
        double growth,
        int mostSteps,
        long seed,
        List<String> jvm,
        List<String> heapStateJvm,
        boolean profiled) {

    /** Copies the lists. */
    Settings {
        jvm = List.copyOf(jvm);
        heapStateJvm = List.copyOf(heapStateJvm);
    }

    WorkloadSize loadSize(long until) {
        return new WorkloadSize(seed, events, customers, customersOnDisk, until);
    }
}
