package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.cli.CommandRun;
import io.truenorth.cli.Truenorth;
import io.truenorth.cli.replay.UnprocessedRecords;
import io.truenorth.contract.Touchpoint;
import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.RecordsUpToNow;
import io.truenorth.producer.TouchpointProducer;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.LedgerFileReader;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.StartSteps;
import io.truenorth.streams.customer.TouchpointCounters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All customers of a system are exported while events arrive, and imported into a system with another number of partitions.
 * With {@code -Dtruenorth.backup.customers=200000} it is a measurement.
 */
class LedgerBackupIT {
    private static final int CUSTOMERS = Integer.getInteger("truenorth.backup.customers", 3_000);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int KILLED = 137;

    @TempDir
    private Path directory;

    private Path file;
    private List<Touchpoint> sinceExport = new ArrayList<>();
    private String asOf = "";

    @Test
    void everyScoreIsTheSameAfterTheImportIntoMorePartitions() throws Exception {
        file = directory.resolve("backup.avro");
        Path first = directory.resolve("first");
        Path second = directory.resolve("second");

        try (LocalSystem system = start(first, 8)) {
            exportWhileEventsArrive(system, first);
        }
        try (LocalSystem system = start(second, 24)) {
            assertThatACutFileIsRefused(second);
            killAnImport(system, second);
            print(succeeded(CommandRun.now("ledger", "import", file.toString(), "--dir", second.toString())));
            sendAll(system, sinceExport);
            awaitReceived(system, sinceExport.size());

            TouchpointCounters counters = system.streams().counters().sum();
            assertThat(counters.scored()
                            + counters.failed()
                            + counters.duplicates()
                            + counters.waiting()
                            + counters.suppressed())
                    .isEqualTo(counters.received())
                    .isEqualTo(sinceExport.size());
            scores(second);
        }

        assertThat(Files.mismatch(scoresFile(first), scoresFile(second))).isEqualTo(-1);
        try (Stream<String> lines = Files.lines(scoresFile(second))) {
            assertThat(lines.count()).isGreaterThanOrEqualTo(CUSTOMERS);
        }
    }

    private static LocalSystem start(Path directory, int partitions) throws Exception {
        return LocalSystem.start(
                new LocalSystemConfig(
                        directory,
                        false,
                        LocalPorts.free(),
                        ConfigSources.of(Map.of("TRUENORTH_TOPICS_PARTITIONS", Integer.toString(partitions)))),
                StartSteps.silent());
    }

    private void exportWhileEventsArrive(LocalSystem system, Path place) throws Exception {
        LiveTouchpoints touchpoints = new LiveTouchpoints(Instant.now());
        List<Touchpoint> history = touchpoints.history(CUSTOMERS);
        sendAll(system, history);
        awaitReceived(system, history.size());
        try (RunningTouchpoints live = new RunningTouchpoints(system.deployment(), touchpoints, CUSTOMERS)) {
            live.awaitSent(100);
            print(succeeded(CommandRun.now("ledger", "export", file.toString(), "--dir", place.toString())));
            live.awaitSent(live.sent() + 100);
            live.stop();
            awaitReceived(system, history.size() + live.sent());
        }
        asOf = Instant.now().toString();
        sinceExport = touchpointsSince(system.deployment(), offsets());
        assertThat(sinceExport).hasSizeGreaterThanOrEqualTo(100);
        scores(place);
    }

    private static void sendAll(LocalSystem system, List<Touchpoint> touchpoints) throws IOException {
        RecordSerdes serdes = system.deployment().registry().serdes();
        try (TouchpointProducer producer = RunningTouchpoints.producer(system.deployment(), serdes)) {
            touchpoints.forEach(producer::send);
            producer.flush();
        } finally {
            serdes.registry().close();
        }
    }

    private static void awaitReceived(LocalSystem system, long count) {
        await("what was sent is counted")
                .atMost(PATIENCE)
                .until(() -> system.streams().counters().sum().received() == count);
    }

    /** The offsets that the file states. */
    private Map<Integer, Long> offsets() throws IOException {
        Map<Integer, Long> offsets = new HashMap<>();
        try (LedgerFileReader export = new LedgerFileReader(Files.newInputStream(file))) {
            for (String entry :
                    export.metadata("truenorth.offsets").orElseThrow().split(" ", -1)) {
                String[] parts = entry.split(":", -1);
                offsets.put(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
            }
        }
        return offsets;
    }

    private static List<Touchpoint> touchpointsSince(Deployment deployment, Map<Integer, Long> offsets)
            throws IOException {
        Topic<String, Touchpoint> topic = deployment.topics().topic(Topics.TOUCHPOINTS);
        RecordSerdes serdes = deployment.registry().serdes();
        Deserializer<Touchpoint> values = serdes.value(topic).deserializer();
        List<Touchpoint> touchpoints = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = deployment.bytesReader("test-since")) {
            Map<TopicPartition, Long> from = new HashMap<>();
            offsets.forEach((partition, offset) -> from.put(new TopicPartition(topic.name(), partition), offset));
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            RecordsUpToNow.show(
                    consumer,
                    consumer.endOffsets(from.keySet()),
                    record -> touchpoints.add(values.deserialize(topic.name(), record.value())));
        } finally {
            serdes.registry().close();
        }
        return touchpoints;
    }

    private void assertThatACutFileIsRefused(Path place) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Path cut = directory.resolve("cut.avro");
        Files.write(cut, Arrays.copyOf(whole, whole.length * 2 / 3));

        CommandRun run = CommandRun.now("ledger", "import", cut.toString(), "--dir", place.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).containsPattern("cut.avro ends after [0-9,]+ of [0-9,]+ customers");
    }

    /** Kills the process as soon as a part has arrived, while it writes or waits for the scores. */
    private void killAnImport(LocalSystem system, Path place) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Truenorth.class.getName(),
                        "ledger",
                        "import",
                        file.toString(),
                        "--dir",
                        place.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("killed.out").toFile())
                .start();
        Deployment deployment = system.deployment();
        String imports = deployment.topics().topic(Topics.LEDGER_IMPORTS).name();
        try (UnprocessedRecords kafka = new UnprocessedRecords(deployment)) {
            await("the first part")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !process.isAlive() || sum(kafka.ends(imports)) > 0);
        }
        process.destroyForcibly();
        assertThat(process.waitFor())
                .as(() -> "killed: " + Files.exists(directory.resolve("killed.out")))
                .isEqualTo(KILLED);
    }

    private static long sum(Map<Integer, Long> ends) {
        return ends.values().stream().mapToLong(end -> end).sum();
    }

    private void scores(Path place) {
        succeeded(CommandRun.now(
                "scores", "--as-of", asOf, "-o", scoresFile(place).toString(), "--dir", place.toString()));
    }

    private static Path scoresFile(Path place) {
        return place.resolveSibling(place.getFileName() + ".jsonl");
    }

    private static CommandRun succeeded(CommandRun run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    @SuppressWarnings("SystemOut") // the figures of a measurement
    private static void print(CommandRun run) {
        System.out.println(run.err());
    }
}
