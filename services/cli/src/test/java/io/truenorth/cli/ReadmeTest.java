package io.truenorth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The documents show what the commands print. */
class ReadmeTest {

    private static final Path ROOT = Path.of("../..");
    private static final String HISTORY = "docs/examples/six-customers.csv";
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");

    @Test
    void theReadmeShowsThePageOfItsExample() {
        CommandRun page = run("explain", history(), "chloe", "--as-of", "2026-10-01");

        assertThat(page.exitCode()).isZero();
        assertThat(text("README.md")).contains("```\n" + page.out() + "```\n");
    }

    @Test
    void theReadmeShowsTheBeginningOfItsHistory() {
        String beginning = String.join("\n", text(HISTORY).lines().limit(4).toList());

        assertThat(text("README.md")).contains("```\n" + beginning + "\n```\n");
    }

    @Test
    void theCommandsOfTheReadmeScoreSixCustomers() {
        CommandRun scores = run("score", history(), "--as-of", "2026-10-01");

        assertThat(scores.exitCode()).isZero();
        assertThat(scores.outLines()).hasSize(6);
        assertThat(text("README.md")).contains("./truenorth score " + HISTORY + " --as-of 2026-10-01");
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.at(NOW, arguments);
    }

    private static String history() {
        return ROOT.resolve(HISTORY).toString();
    }

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}
