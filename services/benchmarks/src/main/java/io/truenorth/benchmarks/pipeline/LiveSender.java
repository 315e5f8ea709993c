package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.harness.Latencies;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.benchmarks.load.LiveTouchpoints;
import io.truenorth.benchmarks.load.TouchpointWriter;
import io.truenorth.benchmarks.load.Workload;
import io.truenorth.benchmarks.load.WorkloadSize;
import io.truenorth.contract.Touchpoint;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Writes live touchpoints at given rates and measures the time to their scores. */
final class LiveSender implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Workload load;
    private final WorkloadSize size;
    private final LiveTouchpoints touchpoints;
    private final TouchpointWriter writer;
    private final LiveLatencies latencies;
    private long[] times = new long[1 << 12];
    private int sent;

    LiveSender(Platform platform, Workload load, WorkloadSize size, Oracle history) {
        this.load = load;
        this.size = size;
        this.touchpoints = load.liveTouchpoints(size);
        this.writer = TouchpointWriter.live(platform, load);
        this.latencies = new LiveLatencies(platform, load, history::touches);
    }

    /**
     * Sends at a rate.
     *
     * @return the time to the score of each touchpoint, from when it was due to be sent
     */
    Latencies send(double perSecond, Duration time) throws InterruptedException {
        long start = System.nanoTime();
        long total = Math.max(1, (long) (perSecond * time.toNanos() / 1e9));
        for (long i = 0; i < total; i++) {
            long due = start + (long) (i * 1e9 / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            send(due);
        }
        return latencies.drain();
    }

    private void send(long due) {
        long now = System.currentTimeMillis();
        if (sent == times.length) {
            times = Arrays.copyOf(times, 2 * sent);
        }
        times[sent] = now;
        sent++;
        Touchpoint touchpoint = touchpoints.next(now);
        latencies.expect(TouchpointWriter.customer(touchpoint), due);
        writer.write(touchpoint);
    }

    /** Returns the number of touchpoints sent. */
    long sent() {
        return sent;
    }

    /** Returns whether all touchpoints sent are in scores. */
    boolean allScored() {
        return latencies.missing() == 0;
    }

    /** Returns the number of scores read. */
    long scores() {
        return latencies.scores();
    }

    /** Gives an oracle all touchpoints sent; they are made again, as to keep them would take much memory. */
    void foldInto(Oracle oracle) {
        LiveTouchpoints again = load.liveTouchpoints(size);
        for (int i = 0; i < sent; i++) {
            oracle.fold(again.next(times[i]));
        }
    }

    @Override
    public void close() throws InterruptedException {
        writer.close();
        latencies.close();
    }
}
