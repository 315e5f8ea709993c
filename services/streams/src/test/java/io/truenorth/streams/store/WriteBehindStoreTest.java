package io.truenorth.streams.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.junit.jupiter.api.Test;

/** How Kafka Streams calls the store, and how the store calls its buffer. */
class WriteBehindStoreTest {
    private final WriteBehindStoreBuilder<Recorder> builder =
            new WriteBehindStoreBuilder<>(Stores.inMemoryKeyValueStore("entries"), Recorder::new);
    private final WriteBehindStore<Recorder> store = builder.build();

    /** A buffer that counts calls. */
    private static final class Recorder implements CommitBuffer {
        private int writtenOut;
        private int discarded;

        Recorder(KeyValueStore<Bytes, byte[]> entries) {
            assertThat(entries.name()).isEqualTo("entries");
        }

        @Override
        public void writeOut() {
            writtenOut++;
        }

        @Override
        public void discard() {
            discarded++;
        }
    }

    @Test
    void streamsTakesItForACachedStoreAndSoCallsItsHook() {
        assertThat(store).isInstanceOf(CachedStateStore.class);
    }

    @Test
    void nothingIsWrittenBeforeAProcessorPublishesFromIt() {
        store.flushCache();

        assertThat(store.buffer().writtenOut).isZero();
    }

    @Test
    void theBufferIsDiscardedWhenATaskBecomesAStandby() {
        store.clearCache();

        assertThat(store.buffer().discarded).isEqualTo(1);
        assertThat(store.buffer().writtenOut).isZero();
    }

    @Test
    void theBufferIsDiscardedWhenTheStoreCloses() {
        CountingEntries entries = new CountingEntries();
        WriteBehindStore<Recorder> closing = new WriteBehindStore<>(entries, new Recorder(entries), 1);
        closing.close();

        assertThat(closing.buffer().discarded).isEqualTo(1);
        assertThat(closing.buffer().writtenOut).isZero();
    }

    @Test
    void eachComingOfAPartitionHasANumberOfItsOwn() {
        assertThat(builder.build().epoch()).isNotEqualTo(store.epoch());
    }

    @Test
    void itAlwaysHasAChangelogAndNeverAnotherCache() {
        assertThat(builder.loggingEnabled()).isTrue();
        assertThatThrownBy(builder::withLoggingDisabled).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(builder::withCachingEnabled).isInstanceOf(UnsupportedOperationException.class);
    }
}
