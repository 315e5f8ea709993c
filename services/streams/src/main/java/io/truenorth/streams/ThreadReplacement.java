package io.truenorth.streams;

import io.micrometer.core.instrument.Counter;
import io.truenorth.streams.customer.ChangedRankingException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles stream threads that fail with an exception Kafka Streams does not handle. The thread is replaced and resumes
 * at the last committed transaction, so that no record is lost or counted twice; unexpected errors of an overloaded
 * broker thus do not stop the service. If threads keep failing, the service fails, for its supervisor to restart it
 * with backoff and raise an alert. It fails at once if a new thread would fail in the same way. If the partitions of a topic
 * were changed, neither a new thread nor a restart helps: Kafka Streams is shut down, and the readiness check states the
 * reason.
 *
 * <p>A limit per period follows Confluent's tutorial, at kafka-tutorials.confluent.io/error-handling.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
    /**
     * Above the number of failures while Kafka is unavailable, as a thread fails only after 5 minutes without progress
     * ({@code task.timeout.ms}).
     */
    static final int MOST_OF_A_THREAD = 5;

    static final Duration PERIOD = Duration.ofMinutes(10);

    private static final String OF_CHANGED_PARTITIONS = "has invalid partitions";

    private static final Logger LOG = LoggerFactory.getLogger(ThreadReplacement.class);

    private final int most;
    private final LongSupplier nanoTime;
    private final Counter replaced;
    private final FailedStore stores;
    private final Consumer<Throwable> failed;
    private final Deque<Long> recent = new ArrayDeque<>();

    /**
     * Creates the handler of all threads of an instance.
     *
     * @param threads the number of threads
     * @param nanoTime {@code System::nanoTime}
     * @param replaced counts the threads that were replaced
     * @param stores recognizes damage, which a new thread would only encounter again
     * @param failed receives the exception that the service fails with
     */
    ThreadReplacement(
            int threads, LongSupplier nanoTime, Counter replaced, FailedStore stores, Consumer<Throwable> failed) {
        this.most = MOST_OF_A_THREAD * threads;
        this.nanoTime = nanoTime;
        this.replaced = replaced;
        this.stores = stores;
        this.failed = failed;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        if (isOfChangedPartitions(failure)) {
            LOG.error(
                    "shutting down Kafka Streams: the number of partitions of one of its topics was changed; see /health/ready for"
                            + " the topic and the remedy. The state is kept");
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        Optional<RuntimeException> lasting =
                changedRanking(failure).or(() -> stores.explain(failure).map(RuntimeException.class::cast));
        if (lasting.isPresent()) {
            failed.accept(lasting.get());
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        long now = nanoTime.getAsLong();
        recent.removeIf(then -> now - then > PERIOD.toNanos());
        if (failure instanceof Error || recent.size() == most) {
            failed.accept(failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        recent.add(now);
        replaced.increment();
        LOG.error(
                "replacing failed thread {}; {} of at most {} within {} min",
                Thread.currentThread().getName(),
                recent.size(),
                most,
                PERIOD.toMinutes(),
                failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /**
     * Returns whether a rebalance detected added partitions. Kafka Streams has no exception class for it. Its message
     * is not logged, since it recommends the reset tool, which would delete every ledger.
     */
    private static boolean isOfChangedPartitions(Throwable failure) {
        return causes(failure)
                .anyMatch(some -> String.valueOf(some.getMessage()).contains(OF_CHANGED_PARTITIONS));
    }

    private static Optional<RuntimeException> changedRanking(Throwable failure) {
        return causes(failure)
                .filter(ChangedRankingException.class::isInstance)
                .map(RuntimeException.class::cast)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
