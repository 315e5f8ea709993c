package io.truenorth.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.standalone.terminal.StatusOutput;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ReadingProgressTest {

    private static final String CLEAR = "\r\u001b[K";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long now;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private StatusOutput output(boolean terminal) {
        return new StatusOutput(new PrintStream(err, true, StandardCharsets.UTF_8), terminal);
    }

    @Test
    void whatTakesLongIsShownOnALineThatIsRewritten() {
        StatusOutput output = output(true);
        ReadingProgress progress = new ReadingProgress(output, clock, 10_000_000);

        progress.at(1_000_000, 100);
        now = 499;
        progress.at(2_000_000, 1000);
        now = 500;
        progress.at(2_500_000, 12_345);
        now = 599;
        progress.at(2_600_000, 13_000);
        now = 600;
        progress.at(3_000_000, 14_000);
        progress.nextFile();
        now = 700;
        progress.at(1_000_000, 1_000);
        output.line("h.csv:1: refused");

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(status("reading: 12,345 lines, 2.5 MB, 25 %")
                        + status("reading: 14,000 lines, 3.0 MB, 30 %")
                        + status("reading: 15,000 lines, 4.0 MB, 40 %") + CLEAR + "h.csv:1: refused"
                        + System.lineSeparator());
        assertThat(progress.lines()).isEqualTo(15_000);
        assertThat(progress.seconds()).isEqualTo(0.7);
    }

    @Test
    void withoutATerminalNothingIsShown() {
        ReadingProgress progress = new ReadingProgress(output(false), clock, 0);

        now = 5_000;
        progress.at(1, 1);

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void withoutASizeThereIsNoShare() {
        ReadingProgress progress = new ReadingProgress(output(true), clock, 0);

        now = 5_000;
        progress.at(1, 1);

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(status("reading: 1 lines, 0.0 MB"));
    }

    /** Cut off by the terminal where it is too narrow. */
    private static String status(String text) {
        return CLEAR + "\u001b[?7l" + text + "\u001b[?7h";
    }
}
