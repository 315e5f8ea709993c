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
 * Writes expected scores as CSV with a header, one customer per line in order of keys: the score, and the phases of
 * the lifecycle as {@code phase@begin} separated by blanks.
 */
public final class ExpectedScoresFile {
    private static final String HEADER = "customer,score,stage,detractor,life";

    private ExpectedScoresFile() {}

    /**
     * Writes the scores at a point in time.
     *
     * @param lives of the customers; those without any touch are omitted
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
