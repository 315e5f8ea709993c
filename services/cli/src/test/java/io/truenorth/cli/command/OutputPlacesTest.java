package io.truenorth.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No output overwrites what the same command reads or writes. */
class OutputPlacesTest {

    private static final String HISTORY = "customer,ts,channel,kind,direction\nc-1,1488369600,store,purchase,in\n";

    @TempDir
    private Path directory;

    private Path history;

    @BeforeEach
    void writeHistory() throws IOException {
        history = Files.writeString(directory.resolve("h.csv"), HISTORY);
    }

    @Test
    void aHistoryIsNotOverwritten() throws IOException {
        Path winding = directory.resolve("..").resolve(directory.getFileName()).resolve("h.csv");
        Path link = Files.createLink(directory.resolve("hard.csv"), history);
        Path symbolic = Files.createSymbolicLink(directory.resolve("soft.csv"), history);

        for (Path output : new Path[] {history, winding, link, symbolic}) {
            assertRefused("--output " + output, "the history " + history, "score", "" + history, "-o", "" + output);
            assertRefused(
                    "--refused " + output, "the history " + history, "score", "" + history, "--refused", "" + output);
            assertRefused(
                    "--refused " + output,
                    "the history " + history,
                    "explain",
                    "" + history,
                    "c-1",
                    "--refused",
                    "" + output);
        }
        assertThat(history).hasContent(HISTORY);
    }

    @Test
    void modelsMappingsAndOtherOutputsAreNotOverwritten() throws IOException {
        Path yaml = Files.writeString(directory.resolve("m.yaml"), "id: m\n");
        Path fresh = directory.resolve("new.jsonl");
        Path elsewhere = Files.createSymbolicLink(directory.resolve("link"), directory);
        Path again = elsewhere.resolve("new.jsonl");

        assertRefused(
                "--output " + yaml, "--model " + yaml, "score", "" + history, "--model", "" + yaml, "-o", "" + yaml);
        assertRefused(
                "--output " + yaml,
                "--mapping " + yaml,
                "score",
                "" + history,
                "--mapping",
                "" + yaml,
                "-o",
                "" + yaml);
        assertRefused(
                "--refused " + again,
                "--output " + fresh,
                "score",
                "" + history,
                "-o",
                "" + fresh,
                "--refused",
                "" + again);
        assertThat(yaml).hasContent("id: m\n");
        assertThat(fresh).doesNotExist();
    }

    @Test
    void aDeviceTakesBoth() {
        assertThat(CommandRun.of("score", "" + history, "-o", "/dev/null", "--refused", "/dev/null")
                        .exitCode())
                .isZero();
    }

    private static void assertRefused(String output, String other, String... arguments) {
        CommandRun run = CommandRun.of(arguments);

        assertThat(run.err())
                .isEqualTo("truenorth: " + output + ": would overwrite " + other
                        + ", which is the same file; choose another file for "
                        + output.substring(0, output.indexOf(' ')) + "\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }
}
