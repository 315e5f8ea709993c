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
 * Waits for a schema registry that does not answer: the record is not at fault and is not given up. Shared by all stream
 * threads; {@link #waiting()} tells health and metrics how many of them stand still.
 */
public final class RegistryRetry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryRetry.class);

    private final Duration pause;
    private final AtomicInteger waiting = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Waits that long between two attempts.
     *
     * @param pause between two attempts
     */
    public RegistryRetry(Duration pause) {
        this.pause = pause;
    }

    /** How many threads wait now. */
    public int waiting() {
        return waiting.get();
    }

    /** Tries until the registry answers; rethrows if this is closed meanwhile. */
    <T> T untilAvailable(Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (RegistryUnavailableException first) {
            return keepTrying(attempt, first);
        }
    }

    private <T> T keepTrying(Supplier<T> attempt, RegistryUnavailableException first) {
        LOG.warn("a touchpoint waits for its schema, and its partition with it: {}", first.getMessage());
        waiting.incrementAndGet();
        try {
            RegistryUnavailableException latest = first;
            while (!closedAfterPause()) {
                try {
                    T answer = attempt.get();
                    LOG.info("the schema registry answers again");
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

    /** Ends all waiting, as the service stops. */
    @Override
    public void close() {
        closed.countDown();
    }
}
