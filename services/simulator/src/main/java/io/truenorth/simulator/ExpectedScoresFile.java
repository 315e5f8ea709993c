package io.truenorth.simulator;

import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
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
 * Writes expected scores as CSV with a header, one customer per line in order of ids: the score, the identities separated by
 * blanks, and the phases of the person's lifecycle as {@code phase@begin} separated by blanks.
 */
public final class ExpectedScoresFile {
    private static final String HEADER = "customer,score,stage,detractor,identities,life";

    private ExpectedScoresFile() {}

    /**
     * Writes the scores at a point in time.
     *
     * @param lives of the persons; those without any touch are omitted
     * @param asOf epoch ms
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, ExpectedScores expected, List<Life> lives, ScoringModel model, long asOf)
            throws IOException {
        Map<String, String> chapters =
                lives.stream().collect(Collectors.toMap(Life::person, ExpectedScoresFile::written));
        RelationshipScoring scoring = new RelationshipScoring(model);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\n");
            for (ExpectedCustomer customer : expected.customers().values()) {
                ScoreSnapshot snapshot = scoring.snapshot(customer.ledger(), asOf);
                out.write(customer.id() + "," + snapshot.score() + ","
                        + snapshot.stage().name().toLowerCase(Locale.ROOT) + "," + snapshot.detractor() + ","
                        + String.join(" ", customer.identities()) + ","
                        + chapters.getOrDefault(customer.person(), "") + "\n");
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
