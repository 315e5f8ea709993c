package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.cli.CommandRun;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.StartSteps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same history, replayed into a system that runs under one name and then under another. */
class RepeatedReplayIT {
    private static final Path HISTORY = Path.of("../../docs/examples/six-customers.csv");

    @TempDir
    private Path directory;

    @TempDir
    private Path files;

    @Test
    void isWarnedOfBeforeItIsWrittenAndGoesToTheDirectoryWhateverAConfigurationSays() throws Exception {
        Path copy = Files.copy(HISTORY, files.resolve("exported-again.csv"));
        Path config = Files.writeString(files.resolve("config.yaml"), "kafka: {bootstrapServers: '127.0.0.1:1'}\n");
        try (LocalSystem system = LocalSystem.start(
                new LocalSystemConfig(directory, false, LocalPorts.free(), ConfigSources.none()),
                StartSteps.silent())) {
            String first = replay(HISTORY);
            String again = replay(HISTORY);
            String repeated = replay(copy, "--config", config.toString());
            String sameSource = replay(copy, "--source", "six-customers");

            assertThat(List.of(first, again, sameSource))
                    .allSatisfy(told -> assertThat(told).doesNotContain("warning"));
            assertThat(repeated.lines().findFirst())
                    .hasValueSatisfying(line -> assertThat(line)
                            .startsWith("warning: all lines of exported-again were replayed on")
                            .endsWith("replay with --source six-customers"));
            long lines = Files.readAllLines(HISTORY).size() - 1L;
            assertThat(system.streams().counters().sum().scored())
                    .as("as the warning says")
                    .isEqualTo(2 * lines);
        }
    }

    private String replay(Path history, String... more) {
        List<String> arguments = new ArrayList<>(List.of("replay", history.toString(), "--dir", directory.toString()));
        arguments.addAll(List.of(more));
        CommandRun run = CommandRun.now(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.err();
    }
}
