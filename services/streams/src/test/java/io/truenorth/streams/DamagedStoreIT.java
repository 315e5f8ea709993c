package io.truenorth.streams;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.service.ServiceFailedException;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.streams.crash.TestDeployment;
import io.truenorth.testsupport.EmbeddedPlatformExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of a store are damaged while the service is down. */
@ExtendWith(EmbeddedPlatformExtension.class)
class DamagedStoreIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern NAMED = Pattern.compile("the state directory (\\S+) is damaged \\(.+\\)\\. Delete it");

    @TempDir
    private Path state;

    private final EmbeddedPlatform platform;

    DamagedStoreIT(EmbeddedPlatform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @CsvSource({"current-, CURRENT", "manifest-, MANIFEST-", "table-, .sst"})
    void isReportedAndRestoredAfterItsDeletion(String prefix, String damaged) throws Exception {
        try (TestDeployment deployment = new TestDeployment(platform, prefix)) {
            StreamsService before = started(deployment);
            deployment.send(
                    aTouchpoint("purchase").by("c-1").at("2026-02-10T10:00:00Z").build());
            await("the touch is scored")
                    .atMost(PATIENCE)
                    .until(() -> before.counters().sum().scored() == 1);
            before.service().close();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
                    .isEqualTo("rwx------");
            assertThat(damage(damaged)).as("files that were damaged").isPositive();

            assertThatThrownBy(() -> started(deployment))
                    .isInstanceOfSatisfying(
                            ServiceFailedException.class,
                            failure -> assertThat(named(failure))
                                    .isDirectory()
                                    .hasParentRaw(state.resolve(deployment
                                            .environment()
                                            .getOrDefault("TRUENORTH_STREAMS_APPLICATION_ID", ""))));

            deleteAllNamed(deployment);
        }
    }

    /** Deletes the damaged directories, one per start, until the state is restored. */
    private void deleteAllNamed(TestDeployment deployment) throws Exception {
        for (int start = 0; start < 20; start++) {
            try {
                StreamsService streams = started(deployment);
                await("all is there again")
                        .atMost(PATIENCE)
                        .until(() -> streams.counters().sum().scored() == 1);
                streams.service().close();
                return;
            } catch (ServiceFailedException damaged) {
                delete(named(damaged));
            }
        }
        throw new AssertionError("too few directories to delete");
    }

    private static Path named(Throwable failure) {
        Matcher matcher = NAMED.matcher(String.valueOf(failure.getMessage()));
        assertThat(matcher.find()).as(failure.getMessage()).isTrue();
        return Path.of(matcher.group(1));
    }

    private StreamsService started(TestDeployment deployment) throws InterruptedException {
        return RunningStreams.of(
                deployment, state, Map.of("TRUENORTH_STREAMS_THREADS", "1"), ServiceMetrics.ofPart("streams"));
    }

    private int damage(String name) throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            List<Path> chosen = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("/rocksdb/"))
                    .filter(file -> file.getFileName().toString().contains(name))
                    .toList();
            for (Path file : chosen) {
                Files.write(file, "something else".getBytes(StandardCharsets.UTF_8));
            }
            return chosen.size();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
