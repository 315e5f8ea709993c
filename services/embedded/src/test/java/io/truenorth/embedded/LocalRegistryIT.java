package io.truenorth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.truenorth.embedded.StartRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRegistryIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final AvroSchema NAME = new AvroSchema("\"string\"");
    private static final AvroSchema AGE = new AvroSchema("\"long\"");

    @TempDir
    private Path directory;

    @Test
    void keepsSchemasUnderTheirIdsAlsoWhenKilled() throws Exception {
        int name;
        int age;
        try (LocalRegistry registry = LocalRegistry.start(RegistryServerConfig.in(directory))) {
            SchemaRegistryClient client = client(registry);
            name = client.register("name-value", NAME);
            assertThat(client(registry).getSchemaById(name)).isEqualTo(NAME);
            List<Outage> outages = new ArrayList<>();
            registry.failure().thenAccept(outages::add);

            age = client.register("age-value", AGE);
            registry.process().destroyForcibly();

            await().atMost(SOON).until(() -> !outages.isEmpty());
            assertThat(outages.get(0).component()).isEqualTo("registry");
            assertThat(outages.get(0).message())
                    .contains("process " + registry.process().pid())
                    .contains(directory.resolve("registry.log").toString())
                    .contains("restart");
        }

        try (LocalRegistry registry = LocalRegistry.start(RegistryServerConfig.in(directory))) {
            SchemaRegistryClient client = client(registry);
            assertThat(client.getSchemaById(name)).isEqualTo(NAME);
            assertThat(client.getSchemaById(age)).isEqualTo(AGE);
            assertThat(client.register("name-value", NAME)).isEqualTo(name);
            assertThatThrownBy(() -> LocalRegistry.start(RegistryServerConfig.in(directory)))
                    .isInstanceOfSatisfying(
                            StartRefusedException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.DIRECTORY_IN_USE));
        }
    }

    @Test
    void endsWithTheProcessThatStartedItHoweverThatEnds() throws Exception {
        Process parent = OtherProcess.running(StartsARegistry.class, directory.toString());
        ProcessHandle registry = ProcessHandle.of(Long.parseLong(
                        OtherProcess.awaitLine(parent, "registry ").substring("registry ".length())))
                .orElseThrow();
        assertThat(registry.isAlive()).isTrue();

        parent.destroyForcibly().waitFor();

        await().atMost(SOON).until(() -> !registry.isAlive());
    }

    @Test
    void aDamagedDatabaseIsToldWithWhatToDoAndTheEndOfTheLog() throws IOException {
        Files.writeString(directory.resolve("registry.mv.db"), "this is no database");

        assertThatThrownBy(() -> LocalRegistry.start(RegistryServerConfig.in(directory)))
                .isInstanceOfSatisfying(
                        StartRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DATA_DAMAGED))
                .hasMessageContaining("its database " + directory.resolve("registry.mv.db") + " is damaged")
                .hasMessageContaining("--fresh")
                .hasMessageContaining("registry.log ends with:");
    }

    @Test
    void aDatabaseThatIsDamagedInTheMiddleIsToldTheSameWay() throws Exception {
        Path database = directory.resolve("registry.mv.db");
        try (LocalRegistry registry = LocalRegistry.start(RegistryServerConfig.in(directory))) {
            client(registry).register("name-value", NAME);
        }
        byte[] damaged = Files.readAllBytes(database);
        new Random(1).nextBytes(damaged);
        Files.write(database, damaged);

        assertThatThrownBy(() -> LocalRegistry.start(RegistryServerConfig.in(directory)))
                .isInstanceOfSatisfying(
                        StartRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DATA_DAMAGED))
                .hasMessageContaining("is damaged");
    }

    @Test
    void aStartThatIsInterruptedLeavesNothingBehind() throws Exception {
        InterruptedStart.at(
                () -> processes().findAny().isPresent(), () -> LocalRegistry.start(RegistryServerConfig.in(directory)));

        assertThat(processes()).isEmpty();
        LocalRegistry.start(RegistryServerConfig.in(directory)).close();
    }

    private Stream<ProcessHandle> processes() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(directory.toString()));
    }

    private static SchemaRegistryClient client(LocalRegistry registry) {
        return new CachedSchemaRegistryClient(registry.url(), 10, registry.clientProperties());
    }

    /** A process that has a registry until it is killed. */
    static final class StartsARegistry {
        public static void main(String[] args) throws IOException {
            try (LocalRegistry registry = LocalRegistry.start(RegistryServerConfig.in(Path.of(args[0])))) {
                System.out.println("registry " + registry.process().pid());
                OtherProcess.hang();
            }
        }
    }
}
