package io.truenorth.streams;

import static io.truenorth.streams.ThreadReplacement.MOST_OF_A_THREAD;
import static io.truenorth.streams.ThreadReplacement.PERIOD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.truenorth.streams.customer.ChangedRankingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDBException;

/** How often a failed stream thread is replaced, and when the service fails instead. */
class ThreadReplacementTest {
    private static final int THREADS = 2;

    private final StreamsException failure = new StreamsException(new TransactionAbortableException("aborted"));
    private final Counter replaced = new SimpleMeterRegistry().counter("replaced");
    private final List<Throwable> failed = new ArrayList<>();
    private long now = Long.MAX_VALUE;

    private final ThreadReplacement replacement =
            new ThreadReplacement(THREADS, () -> now, replaced, new FailedStore(Path.of("/state"), "app"), failed::add);

    @Test
    void aThreadThatFailsIsReplaced() {
        assertThat(replacement.handle(failure)).isEqualTo(REPLACE_THREAD);

        assertThat(replaced.count()).isOne();
        assertThat(failed).isEmpty();
    }

    @Test
    void repeatedThreadFailuresFailTheService() {
        replaceTheMost();

        assertThat(replacement.handle(failure)).isEqualTo(SHUTDOWN_CLIENT);

        assertThat(replaced.count()).isEqualTo(THREADS * MOST_OF_A_THREAD);
        assertThat(failed).containsExactly(failure);
    }

    @Test
    void oldFailuresAreForgotten() {
        replaceTheMost();
        now += PERIOD.toNanos() + 1; // overflows, as nanoTime may
        replaceTheMost();

        assertThat(failed).isEmpty();
    }

    @Test
    void errorsFailTheService() {
        OutOfMemoryError error = new OutOfMemoryError();

        assertThat(replacement.handle(error)).isEqualTo(SHUTDOWN_CLIENT);

        assertThat(failed).containsExactly(error);
        assertThat(replaced.count()).isZero();
    }

    @Test
    void changedPartitionsStopKafkaStreamsAndNotTheService() {
        StreamsException kafkas = new StreamsException(
                "Existing internal topic customers-changelog has invalid partitions: expected: 9; actual: 8. Use"
                        + " 'org.apache.kafka.tools.StreamsResetter' tool to clean up invalid topics before processing.");

        assertThat(replacement.handle(new StreamsException("at a rebalance", kafkas)))
                .isEqualTo(SHUTDOWN_CLIENT);

        assertThat(failed).isEmpty();
        assertThat(replaced.count()).isZero();
    }

    @Test
    void aDamagedStoreFailsTheServiceAtOnce() {
        StreamsException damage = new StreamsException(new ProcessorStateException(
                "Error opening store ledgers at location /state/app/0_1/rocksdb/ledgers",
                new RocksDBException("Corruption: CURRENT file does not end with newline")));

        assertThat(replacement.handle(damage)).isEqualTo(SHUTDOWN_CLIENT);

        assertThat(replaced.count()).isZero();
        assertThat(failed)
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .hasMessageContaining("/state/app/0_1 is damaged (Corruption: CURRENT file")
                        .hasMessageContaining("Delete it and start again: it is restored"));
    }

    @Test
    void aChangedOrderOfNamespacesFailsTheServiceAtOnce() {
        ChangedRankingException changed = new ChangedRankingException(List.of("crm", "user"), List.of("user", "crm"));

        assertThat(replacement.handle(new StreamsException("while a task was initialized", changed)))
                .isEqualTo(SHUTDOWN_CLIENT);

        assertThat(replaced.count()).isZero();
        assertThat(failed).containsExactly(changed);
    }

    @Test
    void aDiskThatIsFullIsNoDamage() {
        StreamsException full = new StreamsException(new ProcessorStateException(
                "Error flushing /state/app/0_1/rocksdb/ledgers",
                new RocksDBException("While appending to file: No space left on device")));

        assertThat(replacement.handle(full)).isEqualTo(REPLACE_THREAD);
    }

    private void replaceTheMost() {
        for (int thread = 0; thread < THREADS * MOST_OF_A_THREAD; thread++) {
            assertThat(replacement.handle(failure)).isEqualTo(REPLACE_THREAD);
        }
    }
}
