package io.truenorth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker in a process of its own. */
class BrokerMainIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TOPIC = "letters";
    private static final int BY_SIGTERM = 143;

    private final Ports ports = new Ports(new SecureRandom());
    private final int port = ports.free();

    @TempDir
    private Path directory;

    private Path settings;

    @BeforeEach
    void writeSettings() throws Exception {
        settings = directory.resolve("server.properties");
        write(Map.of());
    }

    @Test
    void itServesUntilItIsToldToEndAndKeepsWhatItHas() throws Exception {
        Process first = OtherProcess.running(BrokerMain.class, settings.toString());
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        assertThat(ended(first)).isEqualTo(BY_SIGTERM);

        Process second = OtherProcess.running(BrokerMain.class, settings.toString());
        try (Admin admin = admin()) {
            await("the broker")
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(admin.listTopics().names().get()).contains(TOPIC));
        }
        assertThat(ended(second)).isEqualTo(BY_SIGTERM);
    }

    @Test
    void aBrokerWhoseControllersAreElsewhereIsNotForThis() throws Exception {
        write(Map.of(
                "process.roles", "broker",
                "listeners", "BROKER://" + Ports.LOOPBACK + ":" + port,
                "controller.quorum.voters", "2@" + Ports.LOOPBACK + ":" + ports.free()));

        assertThatThrownBy(() -> BrokerMain.main(new String[] {settings.toString()}))
                .hasMessage("process.roles must be broker,controller, was [broker]");
    }

    private void write(Map<String, String> overrides) throws Exception {
        Properties properties = new Properties();
        properties.putAll(
                new HashMap<>(BrokerSettings.of(BrokerStorage.prepare(directory), port, ports.free(), overrides)));
        try (Writer file = Files.newBufferedWriter(settings)) {
            properties.store(file, null);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers",
                Ports.LOOPBACK + ":" + port,
                "default.api.timeout.ms",
                Long.toString(PATIENCE.toMillis())));
    }

    private static int ended(Process process) throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }
}
