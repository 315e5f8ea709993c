package io.truenorth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.standalone.RunningSystem;
import io.truenorth.standalone.SystemAddresses;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that is told a directory works against the system that runs there, or says that none does. */
class DirectoryOptionTest {
    @TempDir
    private Path directory;

    static Stream<List<String>> commands() {
        return Stream.of(
                List.of("replay", "../../docs/examples/six-customers.csv"),
                List.of("scores"),
                List.of("watch", "all"),
                List.of("why", "crm:c-1", "--from", "2026-01-01"),
                List.of("provision"),
                List.of("failed", "list"),
                List.of("failed", "show", "0-1"),
                List.of("failed", "replay"),
                List.of("failed", "discard", "--reason", "UNMAPPED", "--because", "a test"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whereNoSystemRunsNothingIsAskedElsewhere(List<String> command) {
        CommandRun run = run(command, "--dir", directory.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--dir: no system runs in " + directory);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void beneathAConfigurationItIsHonouredToo(List<String> command) throws Exception {
        Path config = Files.writeString(
                directory.resolve("config.yaml"),
                "kafka: {bootstrapServers: '127.0.0.1:1'}\nregistry: {url: 'http://127.0.0.1:1'}\n");

        CommandRun run = run(command, "--dir", directory.toString(), "--config", config.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--dir: no system runs in " + directory);
    }

    @Test
    void theSystemThatRunsThereIsAskedWhateverAConfigurationSays() throws Exception {
        String elsewhere = "http://127.0.0.1:1";
        RunningSystem.announce(
                directory,
                new SystemAddresses(
                        "127.0.0.1:1",
                        elsewhere,
                        URI.create(elsewhere),
                        URI.create("http://127.0.0.1:2"),
                        URI.create(elsewhere)));
        Path config = Files.writeString(directory.resolve("config.yaml"), "streams: {http: {port: 9}}\n");

        CommandRun run = run(List.of("scores"), "--dir", directory.toString(), "--config", config.toString());

        assertThat(run.err()).contains("no streams service answers at http://127.0.0.1:2");
    }

    @Test
    void noOtherCommandHasADirectory() {
        List<String> known =
                commands().map(command -> command.get(0)).distinct().toList();

        assertThat(CommandRun.of("--help").outLines().stream()
                        .filter(line -> line.matches(" {2}[a-z]+ {2,}.*"))
                        .map(line -> line.strip().split(" ")[0])
                        .filter(name -> !known.contains(name) && !name.equals("demo"))
                        .filter(name -> CommandRun.of("help", name).out().contains("--dir")))
                .isEmpty();
    }

    private static CommandRun run(List<String> command, String... more) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }
}
