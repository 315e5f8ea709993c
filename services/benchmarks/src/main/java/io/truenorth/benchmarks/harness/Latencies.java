package io.truenorth.benchmarks.harness;

import java.util.Arrays;

/** A sample of durations. */
public final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[1 << 12];
    private int count;

    /** Records one, in ns. */
    public void took(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count] = duration;
        count++;
    }

    public void add(Latencies others) {
        for (int i = 0; i < others.count; i++) {
            took(others.nanos[i]);
        }
    }

    /** Number of recorded durations. */
    public int count() {
        return count;
    }

    /** A quantile from 0 to 1, in ms. */
    public double quantile(double share) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, (long) (share * count))] / NANOS_PER_MILLI;
    }
}
