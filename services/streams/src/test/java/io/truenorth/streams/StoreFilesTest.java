package io.truenorth.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.streams.store.CommitBuffer;
import io.truenorth.streams.store.WriteBehindStore;
import io.truenorth.streams.store.WriteBehindStoreBuilder;
import io.truenorth.streams.topology.StreamsTopology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What RocksDB's files have of entries that were deleted, in a store as the service has it, without other writes. */
class StoreFilesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PERSON = "anonymous:a-4711";

    @TempDir
    private Path directory;

    private RocksDbMemory memory;
    private TopologyTestDriver driver;
    private WriteBehindStore<Unused> store;

    /** A buffer of which nothing is used. */
    private static final class Unused implements CommitBuffer {
        @Override
        public void writeOut() {}

        @Override
        public void discard() {}
    }

    /** A processor that does nothing, to which a store belongs. */
    private static final class Idle extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
        @Override
        public void process(Record<byte[], byte[]> record) {}
    }

    @BeforeEach
    void open() {
        memory = new RocksDbMemory(16 << 20);
        Topology topology = new Topology()
                .addSource("source", new ByteArrayDeserializer(), new ByteArrayDeserializer(), "input")
                .addProcessor("idle", Idle::new, "source")
                .addStateStore(
                        new WriteBehindStoreBuilder<>(
                                Stores.persistentKeyValueStore("entries"), entries -> new Unused()),
                        "idle");
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "truenorth-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.Setter.class);
        config.put(RocksDbMemory.CONFIG, memory);
        config.put(StreamsTopology.STORE_FILE_AGE_CONFIG, 1_000L);
        driver = new TopologyTestDriver(topology, config);
        store = storeOf(driver);
    }

    @SuppressWarnings("unchecked")
    private static WriteBehindStore<Unused> storeOf(TopologyTestDriver driver) {
        return (WriteBehindStore<Unused>) driver.getStateStore("entries");
    }

    @AfterEach
    void close() {
        driver.close();
        memory.close();
    }

    private KeyValueStore<Bytes, byte[]> entries() {
        return store.wrapped();
    }

    private static Bytes key(String name) {
        return Bytes.wrap(bytes(name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Path> filesWith(String text) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> content(file).contains(text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return ""; // RocksDB has deleted it.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void entriesAreInMemoryUntilTheyAreWrittenToFiles() {
        entries().put(key(PERSON), bytes("a ledger"));
        assertThat(filesWith(PERSON)).isEmpty();

        store.writeFiles();

        assertThat(filesWith(PERSON))
                .as("a table, and the list of tables with their first keys")
                .hasSizeGreaterThan(1);
    }

    @Test
    void whatWasDeletedIsInNoFileOnceFilesOfAnAgeAreRewritten() {
        entries().put(key(PERSON), bytes("a ledger"));
        entries().put(key("card:1"), bytes("of somebody else"));
        store.writeFiles();
        entries().put(key(PERSON), null);

        await("no trace in any file")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> {
                    entries().put(key("k"), bytes("step"));
                    store.writeFiles();
                    assertThat(filesWith(PERSON)).isEmpty();
                });
        assertThat(filesWith("of somebody else")).isNotEmpty();
        assertThat(entries().get(key("card:1"))).isEqualTo(bytes("of somebody else"));
    }

    /** After a crash a store that was not closed is wiped: entries in files are then not taken for those of a clean stop. */
    @Test
    void whatIsWrittenToFilesIsMarkedAsThatOfAnOpenStore() {
        assertThat(filesWith("status")).isEmpty();
        entries().put(key(PERSON), bytes("a ledger"));
        store.writeFiles();

        assertThat(filesWith("status")).as("the mark").isNotEmpty();
    }
}
