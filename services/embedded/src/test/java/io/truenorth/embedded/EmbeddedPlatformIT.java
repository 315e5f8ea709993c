package io.truenorth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPlatformIT {
    private static final Duration SOON = Duration.ofMinutes(1);

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
        List<Throwable> refusals = new CopyOnWriteArrayList<>();
        Thread starting = new Thread(() -> EmbeddedPlatform.start(directory));
        starting.setUncaughtExceptionHandler((thread, refusal) -> refusals.add(refusal));
        starting.start();
        await().atMost(SOON).until(() -> Files.exists(directory.resolve("registry/registry.log")));

        starting.interrupt();
        starting.join(SOON.toMillis());

        assertThat(refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal)
                        .isInstanceOfSatisfying(
                                StartRefusedException.class,
                                e -> assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED)));
        EmbeddedPlatform.start(directory).close();
    }
}
