package io.truenorth.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.cli.history.LineSamples;
import io.truenorth.documents.history.HistoryFile;
import io.truenorth.documents.history.HistoryMapping;
import io.truenorth.documents.history.HistoryReader;
import io.truenorth.relationship.model.ScoringModel;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier replay held is known again by its lines, whatever the file is called now. */
class EarlierReplaysTest {
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");

    @TempDir
    private Path folder;

    private static LineSamples replay(String namespace, String source, int from, int to) throws Exception {
        StringBuilder lines = new StringBuilder("customer,ts,channel,kind,direction\n");
        IntStream.range(from, to)
                .forEach(line -> lines.append("c-" + line % 7 + "," + (1_700_000_000 + line) + ",web,purchase,in\n"));
        HistoryFile file = new HistoryFile(
                source + ".csv",
                source,
                () -> new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
        LineSamples samples = new LineSamples(namespace);
        new HistoryReader(HistoryMapping.canonical(), ScoringModel.standard(), NOW)
                .read(file, samples.sampling(file, LineSamples.nowhere()));
        return samples;
    }

    private EarlierReplays earlier() {
        return new EarlierReplays(folder.resolve("cluster.touchpoints"));
    }

    @Test
    void mostLinesOfAnEarlierReplayUnderAnotherNameAreWarnedOf() throws Exception {
        earlier().remember(replay("shop", "march", 0, 100), NOW);

        assertThat(earlier().repetitions(replay("shop", "march-final", 20, 120)))
                .containsExactly(
                        "warning: 80 % of the lines of march-final were replayed on 2026-10-01 as march, and count again"
                                + " under another name; if they are the same events, replay with --source march");
        assertThat(earlier().repetitions(replay("shop", "copy", 0, 100)))
                .first()
                .asString()
                .startsWith("warning: all lines of copy were replayed");
    }

    @Test
    void theSameNameOtherLinesAndOtherCustomersAreNot() throws Exception {
        earlier().remember(replay("shop", "march", 0, 100), NOW);

        assertThat(earlier().repetitions(replay("shop", "march", 0, 100))).isEmpty();
        assertThat(earlier().repetitions(replay("shop", "april", 60, 160))).isEmpty();
        assertThat(earlier().repetitions(replay("crm", "march-final", 0, 100))).isEmpty();
    }

    @Test
    void whatWasReplayedUnderBothNamesIsNoRepetitionAnyMore() throws Exception {
        earlier().remember(replay("shop", "march", 0, 100), NOW);
        earlier().remember(replay("shop", "march-final", 0, 100), NOW);

        assertThat(earlier().repetitions(replay("shop", "march", 0, 100))).isEmpty();
        assertThat(earlier().repetitions(replay("shop", "march-final", 0, 110))).isEmpty();
    }

    @Test
    void whatASourceHeldBeforeStaysKnown() throws Exception {
        earlier().remember(replay("shop", "feed", 0, 50), NOW);
        earlier().remember(replay("shop", "feed", 50, 100), NOW);

        assertThat(earlier().repetitions(replay("shop", "copy", 0, 50))).hasSize(1);
        assertThat(earlier().repetitions(replay("shop", "copy", 50, 100))).hasSize(1);
    }

    @Test
    void aMemoryThatIsDamagedCostsAWarningAndNoReplay() throws Exception {
        assertThat(earlier().isEmpty()).isTrue();
        earlier().remember(replay("shop", "march", 0, 100), NOW);
        assertThat(earlier().isEmpty()).isFalse();

        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "truenorth replay 1\nmarch\nsome day");
            }
        }

        assertThat(earlier().repetitions(replay("shop", "copy", 0, 100))).isEmpty();
        earlier().remember(replay("shop", "march", 0, 100), NOW);
        assertThat(earlier().repetitions(replay("shop", "copy", 0, 100))).hasSize(1);
    }
}
