package io.truenorth.streams;

import io.micrometer.core.instrument.Counter;
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
 * What becomes of a stream thread that met what Kafka Streams does not handle. Another one takes its place and begins where
 * the last transaction was committed: nothing is lost, and nothing counts twice. So a broker that goes under load, which
 * answers with more than Kafka Streams knows, does not take the service with it. Where threads go on failing, the service
 * fails: whoever runs it starts it again with growing pauses, and is told. Where partitions were added to a topic no thread
 * can help, nor a start: Kafka Streams stops, and the readiness of the service says why.
 *
 * <p>A limit within a period is how Confluent's tutorial does it, at kafka-tutorials.confluent.io/error-handling.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
    /** More than a thread needs while Kafka is away, which is given up after 5 minutes ({@code task.timeout.ms}). */
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
     * For all threads of an instance.
     *
     * @param threads how many there are
     * @param nanoTime {@code System::nanoTime}
     * @param replaced counts the threads that were replaced
     * @param stores knows which failures are damage, that another thread would only meet again
     * @param failed is told what the service fails of, once it does
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
                    "Kafka Streams stops, as the partitions of one of its topics were changed; /health/ready names it and"
                            + " what to do. The state is kept");
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        Optional<DamagedStoreException> damage = stores.explain(failure);
        if (damage.isPresent()) {
            failed.accept(damage.get());
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
                "{} failed, another thread takes its place; {} of {} within {} min",
                Thread.currentThread().getName(),
                recent.size(),
                most,
                PERIOD.toMinutes(),
                failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /**
     * Whether Kafka Streams found at a rebalance that partitions were added. It has no class for that; and what it advises,
     * its reset tool, would delete every ledger, so that its words are not repeated.
     */
    private static boolean isOfChangedPartitions(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(some -> String.valueOf(some.getMessage()).contains(OF_CHANGED_PARTITIONS));
    }
}
