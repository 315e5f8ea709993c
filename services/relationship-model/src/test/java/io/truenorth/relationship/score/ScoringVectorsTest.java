package io.truenorth.relationship.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.ScoringModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares histories with expected results computed independently of this code: those checked in beside this test,
 * derived by hand from the formulas, and a larger collection if it is available.
 */
class ScoringVectorsTest {

    private static final Path COLLECTION = Path.of("../../../shared/design/scoring-vectors.json");
    private static final RelationshipScoring SCORING = new RelationshipScoring(ScoringModel.standard());
    private static final int MICRO_POINTS_APART = 2;
    private static final long DROPS_APART = 1_000;

    @TestFactory
    Stream<DynamicTest> vectorsMadeByHandHold() throws IOException {
        try (InputStream file = ScoringVectorsTest.class.getResourceAsStream("vectors-by-hand.json")) {
            return tests(new ObjectMapper().readTree(file));
        }
    }

    @TestFactory
    Stream<DynamicTest> vectorsOfTheDesignHold() throws IOException {
        if (!Files.exists(COLLECTION)) {
            return Stream.of(DynamicTest.dynamicTest(
                    "absent", () -> assumeTrue(false, "the design's vectors are not at " + COLLECTION)));
        }
        return tests(new ObjectMapper().readTree(COLLECTION.toFile()));
    }

    private static Stream<DynamicTest> tests(JsonNode vectors) {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode vector : vectors.get("cases")) {
            RelationshipLedger ledger = ledgerOf(vector.get("events"));
            for (JsonNode result : vector.get("results")) {
                String name = vector.get("name").asText() + " as of "
                        + result.get("asOf").asLong();
                tests.add(DynamicTest.dynamicTest(name, () -> assertHolds(ledger, result)));
            }
        }
        assertThat(tests).as("vectors found").isNotEmpty();
        return tests.stream();
    }

    private static void assertHolds(RelationshipLedger ledger, JsonNode expected) {
        long t = expected.get("asOf").asLong();

        Assessment assessment = SCORING.assess(ledger, t);

        ScoreSnapshot snapshot = assessment.snapshot();
        for (Dimension dimension : Dimension.values()) {
            String name = dimension.name().toLowerCase(Locale.ROOT);
            assertThat(snapshot.contributions().of(dimension))
                    .as(name)
                    .isCloseTo(expected.get("contributions").get(name).asLong(), within((long) MICRO_POINTS_APART));
        }
        assertThat(snapshot.score()).isEqualTo(snapshot.contributions().sum());
        assertThat(SCORING.score(ledger, t)).isEqualTo(snapshot.score());
        assertThat(snapshot.advocacyMass())
                .isCloseTo(expected.get("advocacyMass").asDouble(), within(1e-9));
        assertThat(snapshot.detractorRisk())
                .isCloseTo(expected.get("detractorRisk").asDouble(), within(1e-9));
        assertThat(snapshot.stage().name())
                .isEqualToIgnoringCase(expected.get("stage").asText());
        assertDrop(assessment, expected.get("nextDropOfWholePoints"));
    }

    private static void assertDrop(Assessment assessment, JsonNode expected) {
        if (expected.isNull()) {
            assertThat(assessment.nextDropOfWholePoints()).isEmpty();
        } else {
            assertThat(assessment.nextDropOfWholePoints()).isPresent();
            assertThat(assessment.nextDropOfWholePoints().getAsLong())
                    .as("next drop of whole points")
                    .isCloseTo(expected.asLong(), within(DROPS_APART));
        }
    }

    private static RelationshipLedger ledgerOf(JsonNode events) {
        RelationshipLedger ledger = new RelationshipLedger();
        events.forEach(event -> ledger.add(touchOf(event)));
        return ledger;
    }

    static Touch touchOf(JsonNode event) {
        if (event.has("retracts")) {
            return Touch.retractionOf(
                    event.get("retracts").asText(), event.get("occurredAt").asLong());
        }
        JsonNode sentiment = event.get("sentiment");
        return Touch.of(
                        event.get("eventId").asText(),
                        event.get("occurredAt").asLong(),
                        event.get("channel").asText(),
                        event.get("kind").asText(),
                        event.get("subject").asText(),
                        event.get("direction").asText().equals("in") ? Direction.INBOUND : Direction.OUTBOUND,
                        sentiment.isNull() ? Sentiment.NONE : Sentiment.ofValue(sentiment.asDouble()),
                        event.get("valueMinor").asLong())
                .withRevision(event.path("revision").asInt());
    }
}
