package io.truenorth.cli.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.documents.history.FileNote;
import io.truenorth.documents.history.FileViolation;
import io.truenorth.documents.history.HistoryEvent;
import io.truenorth.documents.history.HistorySink;
import io.truenorth.documents.history.RejectedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackgroundSinkTest {

    /** Keeps the numbers of rejected lines; fails at a violation. */
    private static final class LineNumbers implements HistorySink {
        private final List<Long> lines = new ArrayList<>();

        @Override
        public void event(HistoryEvent event, String file, long line) {
            lines.add(line);
        }

        @Override
        public void rejected(RejectedLine line) {
            lines.add(line.line());
        }

        @Override
        public void note(FileNote note) {
            // Not expected here.
        }

        @Override
        public void violation(FileViolation violation) {
            throw new IllegalArgumentException(violation.message());
        }
    }

    @Test
    void everythingArrivesInOrder() {
        LineNumbers sink = new LineNumbers();

        try (BackgroundSink background = new BackgroundSink(sink)) {
            for (long line = 1; line <= 20_000; line++) {
                background.rejected(new RejectedLine("shop", line, "ts", "a time", ""));
            }
        }

        assertThat(sink.lines)
                .isEqualTo(LongStream.rangeClosed(1, 20_000).boxed().toList());
    }

    @Test
    void aFailureOfTheSinkIsThrownAtTheLatestOnClose() {
        BackgroundSink background = new BackgroundSink(new LineNumbers());
        background.violation(new FileViolation("shop", 1, "broken"));

        assertThatThrownBy(background::close)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("broken");
    }
}
