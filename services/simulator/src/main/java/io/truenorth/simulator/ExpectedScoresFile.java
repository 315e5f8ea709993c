package io.truenorth.simulator;

import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The truth as a file: CSV with a header, one customer a line, in order of their keys: where they stand, and the chapters of
 * their life as {@code phase@begin} separated by blanks.
 */
public final class ExpectedScoresFile {
    private static final String HEADER = "customer,score,stage,detractor,life";

    private ExpectedScoresFile() {}

    /**
     * Writes the truth at a moment.
     *
     * @param lives of the customers; those of whom nothing became known are left out
     * @param asOf epoch ms
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, ExpectedScores expected, List<Life> lives, ScoringModel model, long asOf)
            throws IOException {
        Map<String, String> chapters =
                lives.stream().collect(Collectors.toMap(life -> life.customer().key(), ExpectedScoresFile::written));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\n");
            for (Map.Entry<String, ScoreSnapshot> entry :
                    expected.snapshots(model, asOf).entrySet()) {
                ScoreSnapshot snapshot = entry.getValue();
                out.write(entry.getKey() + "," + snapshot.score() + ","
                        + snapshot.stage().name().toLowerCase(Locale.ROOT) + "," + snapshot.detractor() + ","
                        + chapters.getOrDefault(entry.getKey(), "") + "\n");
            }
        }
    }

    private static String written(Life life) {
        return life.chapters().stream()
                .map(chapter ->
                        chapter.phase().name().toLowerCase(Locale.ROOT) + "@" + Instant.ofEpochMilli(chapter.from()))
                .collect(Collectors.joining(" "));
    }
}
