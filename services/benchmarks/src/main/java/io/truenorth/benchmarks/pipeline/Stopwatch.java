package io.truenorth.benchmarks.pipeline;

import java.time.Duration;

/** Time that goes by, whatever is done to the clock. */
record Stopwatch(long startNanos) {
    static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
