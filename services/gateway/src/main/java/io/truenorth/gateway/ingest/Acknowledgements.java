package io.truenorth.gateway.ingest;

import io.truenorth.gateway.admission.RejectedRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what Kafka has acknowledged, and remembers the first failure. */
final class Acknowledgements {
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);

    private final CountDownLatch missing;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Acknowledgements(int expected) {
        missing = new CountDownLatch(expected);
    }

    void count(@Nullable Exception failed) {
        if (failed != null) {
            failure.compareAndSet(null, failed);
        }
        missing.countDown();
    }

    void await(Duration patience) throws InterruptedException {
        boolean complete = missing.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        requireNoFailure();
        if (!complete) {
            throw RejectedRequest.kafkaUnavailable("Kafka did not acknowledge within " + patience.toMillis() + " ms");
        }
    }

    void requireNoFailure() {
        Exception failed = failure.get();
        if (failed != null) {
            throw away(failed);
        }
    }

    static RejectedRequest away(Exception failure) {
        LOG.warn("records were not acknowledged: {}", failure.toString());
        return RejectedRequest.kafkaUnavailable("not every event was acknowledged");
    }
}
