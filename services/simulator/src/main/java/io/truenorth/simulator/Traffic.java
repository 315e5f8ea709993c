package io.truenorth.simulator;

import io.truenorth.producer.SendFailedException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends the touches of a simulation: past touches as fast as possible or at a maximum rate, later ones at the time at which they
 * become known. No touch is sent before its time.
 *
 * <p>{@link #run} occupies one thread; {@link #close} and {@link #sent} may be called from others.
 */
public final class Traffic implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Simulation simulation;
    private final TouchpointSink sender;
    private final InstantSource clock;
    private final int mostPerSecond;
    private final AtomicLong sent = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * Starts with the next touch of a simulation.
     *
     * @param sender receives the touches; it is not closed
     * @param clock the current time
     * @param mostPerSecond the maximum number of touches per second, 1 or more
     */
    public Traffic(Simulation simulation, TouchpointSink sender, InstantSource clock, int mostPerSecond) {
        if (mostPerSecond < 1) {
            throw new IllegalArgumentException("mostPerSecond: expected 1 or more, was " + mostPerSecond);
        }
        this.simulation = simulation;
        this.sender = sender;
        this.clock = clock;
        this.mostPerSecond = mostPerSecond;
    }

    /**
     * Sends until {@link #close} is called, or this thread is interrupted.
     *
     * @throws SendFailedException if touches cannot be delivered
     */
    public void run() {
        try {
            long pause = 0;
            while (!closesWithin(pause)) {
                pause = sendAndTellPause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends up to the maximum of one second, and returns the time until the next touch in ms. */
    private long sendAndTellPause() {
        long began = clock.millis();
        if (sendDue(mostPerSecond) == mostPerSecond) {
            return began + TimeUnit.SECONDS.toMillis(1) - clock.millis();
        }
        sender.flush();
        return simulation.peek().knownAt() - clock.millis();
    }

    /**
     * Sends the touches that are due.
     *
     * @param most the maximum number
     * @return the number of touches sent
     */
    int sendDue(int most) {
        int count = 0;
        while (count < most && simulation.peek().knownAt() <= clock.millis() && !isClosed()) {
            sender.send(simulation.next());
            sent.incrementAndGet();
            count++;
        }
        return count;
    }

    /** The number of touches sent. */
    public long sent() {
        return sent.get();
    }

    /** Ends {@link #run}. */
    @Override
    public void close() {
        closing.countDown();
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }

    /** Waits for a time in ms, or less, as the clock may change. */
    private boolean closesWithin(long millis) throws InterruptedException {
        return closing.await(Math.min(millis, LONGEST_WAIT.toMillis()), TimeUnit.MILLISECONDS);
    }
}
