package io.truenorth.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedLifeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void aLifeBeginsTwoYearsAgo() {
        SimulatedLife life = SimulatedLife.in(directory.resolve("absent"), 7, 100, NOW);

        assertThat(life.config().seed()).isEqualTo(7);
        assertThat(life.config().customers()).isEqualTo(100);
        assertThat(life.config().start()).isEqualTo("2024-03-01T00:00:00Z");
        assertThat(life.config().liveFrom()).isEqualTo(NOW);
        assertThat(life.deliveredUntil())
                .isEqualTo(Instant.parse("2024-03-01T00:00:00Z").toEpochMilli());
    }

    @Test
    void whatWasWrittenDownGoesOnWhateverIsAskedForLater() {
        Path file = directory.resolve("simulation.properties");
        SimulatedLife life = SimulatedLife.begin(7, 100, NOW).until(NOW.toEpochMilli());

        life.writeTo(file);

        assertThat(SimulatedLife.in(file, 8, 200, NOW.plusSeconds(99))).isEqualTo(life);
        assertThat(life.until(1)).as("never back").isEqualTo(life);
    }

    @Test
    void aDamagedFileIsToldAndNotGuessed() throws Exception {
        Path file = Files.writeString(directory.resolve("simulation.properties"), "seed=1\ncustomers=x\n");

        assertThatThrownBy(() -> SimulatedLife.in(file, 1, 1, NOW))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--fresh");
    }
}
