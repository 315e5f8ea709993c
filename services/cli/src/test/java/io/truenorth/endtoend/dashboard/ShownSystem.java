package io.truenorth.endtoend.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.cli.query.ExportedCustomer;
import io.truenorth.cli.query.ExportedScores;
import io.truenorth.endtoend.SimulatedLives;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.simulator.SimulatedTouch;
import io.truenorth.simulator.SimulationConfig;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.StartSteps;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A whole system with customers whose truth is known, and a browser in front of it. */
final class ShownSystem implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path OBJECTIVES =
            Path.of("src/test/resources/io/truenorth/endtoend/dashboard/objectives.yaml");
    private static final long SEED = 77;
    private static final int PEOPLE = 300;
    private static final Duration HISTORY = Duration.ofDays(500);

    private final ShownCustomers customers = new ShownCustomers();
    private final Path directory;
    private final LocalSystem system;
    private final Chromium chromium;
    private final TouchSender gateway;

    private ShownSystem(Path directory, LocalSystem system, Chromium chromium) {
        this.directory = directory;
        this.system = system;
        this.chromium = chromium;
        this.gateway = new TouchSender(system.addresses().gateway());
    }

    static ShownSystem start() {
        try {
            Path directory = Files.createTempDirectory("truenorth-shown");
            ConfigSources services = ConfigSources.of(Map.of("TRUENORTH_DASHBOARD_OBJECTIVES", OBJECTIVES.toString()));
            LocalSystem system = LocalSystem.start(
                    new LocalSystemConfig(directory, false, LocalPorts.free(), services), StartSteps.silent());
            ShownSystem shown = new ShownSystem(directory, system, Chromium.start());
            shown.tellTheirLives();
            HostileTouches.all().forEach(shown::send);
            shown.awaitScored();
            return shown;
        } catch (Exception e) {
            throw new IllegalStateException("nothing can be shown", e);
        }
    }

    private void tellTheirLives() throws IOException {
        Instant start = Instant.now().minus(HISTORY).truncatedTo(ChronoUnit.DAYS);
        new SimulatedLives(system).send(SimulationConfig.of(SEED, PEOPLE, start), customers::accept);
    }

    /** Tells the gateway of a touch, as a channel does. */
    void send(SimulatedTouch touch) {
        gateway.send(touch);
        customers.accept(touch);
    }

    private void awaitScored() {
        await("all are scored")
                .atMost(PATIENCE)
                .until(() -> system.streams().counters().sum().scored() == customers.events());
        await("all are joined")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(exported()).isEqualTo(customers.ids()));
    }

    private Set<String> exported() {
        Set<String> ids = new TreeSet<>();
        ExportedScores export = ExportedScores.of(system.deployment().queryClient(), System.currentTimeMillis(), "");
        for (Optional<ExportedCustomer> next = export.next(); next.isPresent(); next = export.next()) {
            ids.add(next.get().customer());
        }
        return ids;
    }

    ShownCustomers customers() {
        return customers;
    }

    URI page() {
        return system.addresses().dashboard();
    }

    /** Somebody who opens the page. */
    Visitor visitor() {
        return Visitor.of(chromium.browser(), page(), false);
    }

    /** Somebody whose browser does not keep the page's policy on scripts. */
    Visitor visitorWithoutPolicy() {
        return Visitor.of(chromium.browser(), page(), true);
    }

    @Override
    public void close() throws IOException {
        chromium.close();
        system.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
