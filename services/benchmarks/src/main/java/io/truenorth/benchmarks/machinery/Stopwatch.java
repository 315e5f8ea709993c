package io.truenorth.benchmarks.machinery;

import java.time.Duration;

/** Time that goes by, whatever is done to the clock. */
public record Stopwatch(long startNanos) {
    public static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
