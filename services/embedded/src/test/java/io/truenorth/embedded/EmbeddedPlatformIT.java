package io.truenorth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPlatformIT {
    @TempDir
    private Path directory;

    @Test
    void startsBothAndTellsWhenOneOfThemEnds() {
        try (EmbeddedPlatform platform = EmbeddedPlatform.start(directory)) {
            assertThat(platform.bootstrapServers())
                    .isEqualTo("127.0.0.1:" + platform.kafka().port());
            assertThat(platform.registryUrl())
                    .startsWith("http://127.0.0.1:" + platform.registry().port());

            platform.registry().process().destroyForcibly();

            assertThat(platform.failure().toCompletableFuture().join().component())
                    .isEqualTo("registry");
        }
    }

    @Test
    void whereOneCannotStartNeitherRuns() throws Exception {
        Path kafka = Files.createDirectories(directory.resolve("kafka/data"));

        assertThatThrownBy(() -> EmbeddedPlatform.start(directory))
                .isInstanceOfSatisfying(
                        StartRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DATA_DAMAGED));

        Files.delete(kafka);
        EmbeddedPlatform.start(directory).close();
    }

    @Test
    void aStartThatIsInterruptedStopsBothAndTheNextOneFindsAllAsItWas() throws Exception {
        InterruptedStart.at(
                () -> Files.exists(directory.resolve("registry/registry.log")),
                () -> EmbeddedPlatform.start(directory));

        EmbeddedPlatform.start(directory).close();
    }
}
