package io.truenorth.cli.privacy.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.cli.CommandRun;
import io.truenorth.relationship.ledger.Cell;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Message;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of a ledger, as a history, have the score of the ledger. */
class LedgerEventsTest {
    private static final String CUSTOMER = "crm:c-17";
    private static final long NOW = CommandRun.NOW.toEpochMilli();
    private static final List<String> KINDS =
            List.of("purchase", "email_clicked", "review_posted", "complaint_made", "email_delivered", "page_viewed");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theScoreOfTheExportIsThatOfTheLedger(long seed) throws IOException {
        RelationshipLedger ledger = randomLedger(new Random(seed), seed % 2 == 0 ? 30_000 : 0);

        JsonNode scored = score(LedgerEvents.of(CUSTOMER, ledger, "EUR"));

        ScoreSnapshot expected = new RelationshipScoring(ScoringModel.standard()).snapshot(ledger, NOW);
        assertThat(scored.path("customer").asText()).isEqualTo(CUSTOMER);
        assertThat(scored.path("score").asLong()).as("seed %d", seed).isEqualTo(expected.score());
        assertThat(scored.path("money").asLong())
                .isEqualTo(expected.contributions().money());
        assertThat(scored.path("advocacyMass").asDouble()).isEqualTo(expected.advocacyMass());
        assertThat(scored.path("detractorRisk").asDouble()).isEqualTo(expected.detractorRisk());
    }

    /** Retries, corrections, retractions, reactions of machines, retries over a midnight. */
    private static RelationshipLedger randomLedger(Random random, long window) {
        RelationshipLedger ledger = new RelationshipLedger(window);
        for (int i = 0; i < 400; i++) {
            long at = NOW - Duration.ofMinutes(random.nextInt(200 * 24 * 60)).toMillis();
            Touch touch = touch(random, "e-" + random.nextInt(300), at);
            if (random.nextInt(10) == 0) {
                touch = touch.withMessage(Message.of("m-" + random.nextInt(3), at));
            }
            ledger.add(touch);
            if (random.nextInt(8) == 0) {
                ledger.add(touch.retraction());
            }
            if (random.nextInt(8) == 0) {
                ledger.add(touch.withRevision(random.nextInt(4)));
            }
            if (random.nextInt(8) == 0) {
                ledger.add(touch(
                        random,
                        "e-" + random.nextInt(300),
                        at + Duration.ofDays(1).toMillis()));
            }
        }
        return ledger;
    }

    private static Touch touch(Random random, String id, long at) {
        return Touch.of(
                id,
                Math.min(at, NOW - 1),
                List.of("web", "store", "email").get(random.nextInt(3)),
                KINDS.get(random.nextInt(KINDS.size())),
                List.of("", "shoes").get(random.nextInt(2)),
                random.nextBoolean() ? Direction.INBOUND : Direction.OUTBOUND,
                Sentiment.values()[random.nextInt(4)],
                random.nextInt(3) == 0 ? random.nextInt(20_000) - 5_000 : 0);
    }

    private JsonNode score(List<EventLine> lines) throws IOException {
        Path file = directory.resolve("events.jsonl");
        try (OutputStream out = Files.newOutputStream(file)) {
            ExportWriter writer = new ExportWriter(out);
            lines.forEach(writer::writeEvent);
        }
        CommandRun run = CommandRun.of("score", file.toString(), "--as-of", "now");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void monthsThatWereStoredAsSumsHaveTheSameSums() {
        List<Cell> cells = List.of(
                new Cell(20_000, "web", "purchase", "", 3, 2, 1_250, 1, 1, 1),
                new Cell(20_000, "web", "review_posted", "shoes", 2, 0, 0, 0, 0, 1),
                new Cell(20_001, "email", "email_delivered", "", 0, 4, -99, 0, 0, 0));

        List<EventLine> lines = LedgerEvents.ofSums(CUSTOMER, cells, "EUR");

        assertThat(lines).hasSize(11).extracting(EventLine::id).doesNotHaveDuplicates();
        RelationshipLedger ledger = new RelationshipLedger();
        lines.forEach(line -> ledger.add(touch(line)));
        List<Cell> again = new ArrayList<>();
        ledger.forEachCell(again::add);
        assertThat(again).containsExactlyInAnyOrderElementsOf(cells);
    }

    private static Touch touch(EventLine line) {
        return Touch.of(
                line.id().orElseThrow(),
                line.ts() * 1_000,
                line.channel().orElseThrow(),
                line.kind().orElseThrow(),
                line.subject().orElse(""),
                line.direction().orElseThrow().equals("in") ? Direction.INBOUND : Direction.OUTBOUND,
                line.sentiment().map(Sentiment::ofValue).orElse(Sentiment.NONE),
                line.value()
                        .map(money -> money.movePointRight(2).longValueExact())
                        .orElse(0L));
    }
}
