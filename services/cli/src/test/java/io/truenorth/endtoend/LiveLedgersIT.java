package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.cli.CommandRun;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.StartSteps;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands find in the ledgers of a running system is what they find in the history that was replayed into it. */
class LiveLedgersIT {
    private static final Path HISTORY = Path.of("../../docs/examples/slow-shop.csv.gz");
    private static final Pattern AMOUNT = Pattern.compile(" ([+-]\\d+\\.\\d\\d)\\b");

    @TempDir
    private Path directory;

    @Test
    void aModelIsTunedAndAChangeExplainedAsFromTheHistory() throws Exception {
        try (LocalSystem system = LocalSystem.start(
                new LocalSystemConfig(directory, false, LocalPorts.free(), ConfigSources.none()),
                StartSteps.silent())) {
            CommandRun replay = run("replay", HISTORY.toString(), "--namespace", "shop", "--dir", directory.toString());
            assertThat(replay.exitCode()).as(replay.err()).isZero();

            CommandRun live = run("model", "tune", "--live", "--dir", directory.toString());
            CommandRun offline = run("model", "tune", HISTORY.toString());

            assertThat(live.out())
                    .startsWith("# Written by truenorth model tune on ")
                    .contains(" from the system at ");
            assertThat(withoutTitle(live)).isEqualTo(withoutTitle(offline));

            CommandRun why = run(
                    "why", "shop:c00000", "--from", "2023-01-01", "--to", "2024-01-01", "--dir", directory.toString());
            CommandRun explained =
                    run("explain", HISTORY.toString(), "c00000", "--as-of", "2024-01-01", "--since", "2023-01-01");

            assertThat(why.exitCode()).as(why.err()).isZero();
            assertThat(changes(why)).isNotEmpty().isEqualTo(changes(explained));
            assertThat(run("why", "shop:nobody", "--from", "2023-01-01", "--dir", directory.toString())
                            .err())
                    .contains("no customer has the identity \"shop:nobody\"");
        }
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.now(arguments);
    }

    private static List<String> withoutTitle(CommandRun run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out().lines().skip(1).toList();
    }

    /** The amounts of each line of the change. */
    private static List<String> changes(CommandRun run) {
        return run.out()
                .lines()
                .dropWhile(line -> !line.startsWith("  what happened since"))
                .takeWhile(line -> !line.isEmpty())
                .map(line ->
                        AMOUNT.matcher(line).results().map(MatchResult::group).collect(Collectors.joining()))
                .toList();
    }
}
