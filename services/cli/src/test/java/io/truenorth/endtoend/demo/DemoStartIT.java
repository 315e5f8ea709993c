package io.truenorth.endtoend.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start that is broken off, one on a machine that gives too little, and what a start leaves on the disk. */
class DemoStartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"Truenorth starts in", "broker and schema registry", "topics and schemas"})
    void aStartThatIsBrokenOffStopsInOrderAndTheNextOneFindsAllAsItWas(String moment) throws Exception {
        Path data = temporary.resolve("data");
        try (DemoProcess demo = DemoProcess.start(data, "--no-simulator")) {
            await(moment)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> demo.output().contains(moment));
            await("the registry's process")
                    .atMost(PATIENCE)
                    .until(() -> demo.handle().children().findAny().isPresent());
            List<ProcessHandle> children = demo.handle().descendants().toList();

            assertThat(demo.interrupt()).as("exit code").isEqualTo(143);

            assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
            assertThat(demo.output()).endsWith("Stopped.\n").doesNotContain("failed", "truenorth: ");
            assertThat(data.resolve("owner")).doesNotExist();
        }

        try (DemoProcess demo = DemoProcess.start(data, "--no-simulator")) {
            await("the start").atMost(PATIENCE).until(demo::addresses, Optional::isPresent);
            assertThat(demo.interrupt()).isEqualTo(143);
        }
    }

    @Test
    void nobodyElseGetsAtWhatASystemKeeps() throws Exception {
        Path data = temporary.resolve("data");
        try (DemoProcess demo = DemoProcess.start(data, "--customers", "20")) {
            await("the start").atMost(PATIENCE).until(demo::addresses, Optional::isPresent);
            await("customers").atMost(PATIENCE).until(() -> Files.exists(data.resolve("simulation.properties")));

            for (Path directory :
                    List.of(data, data.resolve("kafka"), data.resolve("registry"), data.resolve("streams"))) {
                assertThat(permissions(directory)).as(directory.toString()).isEqualTo("rwx------");
            }
            for (String file : List.of(
                    "running.properties",
                    "truenorth.log",
                    "objectives.yaml",
                    "simulation.properties",
                    "registry/client.properties",
                    "registry/registry.log",
                    "registry/registry.mv.db")) {
                assertThat(permissions(data.resolve(file))).as(file).isEqualTo("rw-------");
            }
            demo.interrupt();
        }
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (DemoProcess demo = DemoProcess.start(data, "--no-simulator")) {
            await("the start").atMost(PATIENCE).until(demo::addresses, Optional::isPresent);

            assertThat(permissions(data)).as("opened by somebody, closed again").isEqualTo("rwx------");
            try (Stream<Path> old = Files.walk(data.resolve("kafka"))) {
                assertThat(old.filter(file -> file.endsWith("meta.properties")))
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
            }
            demo.interrupt();
        }
    }

    @Test
    void tooFewFilesAndTooSmallAHeapAreToldBeforeAnythingIsBegun() throws Exception {
        Path data = temporary.resolve("data");
        List<String> demo =
                DemoProcess.truenorth(List.of("demo", "--dir", data.toString())).command();
        List<String> smallHeap = new ArrayList<>(demo);
        smallHeap.add(smallHeap.indexOf("-cp"), "-Xmx48m");

        assertThat(rejected(withFiles(256, demo))).contains("256 files open at once", "ulimit -n");
        assertThat(rejected(withFiles(512, demo)))
                .contains("512 files open at once, and a local system wants at least 1024", "ulimit -n");
        assertThat(rejected(smallHeap))
                .contains("MiB, and a local system wants at least 200 MiB", "TRUENORTH_JAVA_OPTS=-Xmx");
        assertThat(data).doesNotExist();
    }

    @Test
    void theLauncherTellsOfALimitWithWhichJavaCannotStart() throws Exception {
        String launcher = Path.of("../../truenorth").toRealPath().toString();

        assertThat(rejected(withFiles(64, List.of(launcher, "demo"))))
                .contains("this process may have 64 files open at once", "ulimit -n");
    }

    private static List<String> withFiles(int files, List<String> command) {
        List<String> limited = new ArrayList<>(List.of("bash", "-c", "ulimit -n " + files + "; exec \"$@\"", "bash"));
        limited.addAll(command);
        return limited;
    }

    private static String rejected(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isEqualTo(2);
        return told;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
