package io.truenorth.streams.decode;

import io.truenorth.schemas.serde.RegistryUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retries while the schema registry is unavailable, since the record may be valid and must not be rejected. Shared by
 * all stream threads; {@link #waiting()} is the number of blocked threads, for health and metrics.
 */
public final class RegistryRetry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryRetry.class);

    private final Duration pause;
    private final AtomicInteger waiting = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Creates the retry.
     *
     * @param pause between two attempts
     */
    public RegistryRetry(Duration pause) {
        this.pause = pause;
    }

    /** Returns the number of threads waiting. */
    public int waiting() {
        return waiting.get();
    }

    /** Retries until the registry responds; rethrows the failure if this is closed meanwhile. */
    <T> T untilAvailable(Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (RegistryUnavailableException first) {
            return keepTrying(attempt, first);
        }
    }

    private <T> T keepTrying(Supplier<T> attempt, RegistryUnavailableException first) {
        LOG.warn("waiting for the schema registry, processing of a partition is paused: {}", first.getMessage());
        waiting.incrementAndGet();
        try {
            RegistryUnavailableException latest = first;
            while (!closedAfterPause()) {
                try {
                    T answer = attempt.get();
                    LOG.info("the schema registry is available again");
                    return answer;
                } catch (RegistryUnavailableException e) {
                    latest = e;
                }
            }
            throw latest;
        } finally {
            waiting.decrementAndGet();
        }
    }

    private boolean closedAfterPause() {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends all waiting, for the service's shutdown. */
    @Override
    public void close() {
        closed.countDown();
    }
}
