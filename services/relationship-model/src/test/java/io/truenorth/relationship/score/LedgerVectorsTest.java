package io.truenorth.relationship.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.relationship.RandomHistory;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.ScoringModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arrivals of one customer in any order, with results computed independently of this code, if they are available. */
class LedgerVectorsTest {

    private static final Path COLLECTION = Path.of("../../../shared/design/ledger-vectors.json");
    private static final RelationshipScoring SCORING = new RelationshipScoring(ScoringModel.standard());
    private static final long MICRO_POINTS_APART = 2;
    private static final int ORDERS = 100;

    @TestFactory
    Stream<DynamicTest> everyOrderOfArrivalGivesTheResult() throws IOException {
        if (!Files.exists(COLLECTION)) {
            return Stream.of(DynamicTest.dynamicTest(
                    "absent", () -> assumeTrue(false, "the design's vectors are not at " + COLLECTION)));
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode vector : new ObjectMapper().readTree(COLLECTION.toFile()).get("cases")) {
            tests.add(DynamicTest.dynamicTest(vector.get("name").asText(), () -> assertHolds(vector)));
        }
        assertThat(tests).as("vectors found").isNotEmpty();
        return tests.stream();
    }

    private static void assertHolds(JsonNode vector) {
        List<Touch> arrivals = new ArrayList<>();
        vector.get("arrivals").forEach(arrival -> arrivals.add(ScoringVectorsTest.touchOf(arrival)));
        RelationshipLedger ledger = RandomHistory.ledgerOf(arrivals);
        assertThat(countedEvents(ledger)).isEqualTo(vector.get("events").asLong());
        assertScore(SCORING.snapshot(ledger, vector.get("asOf").asLong()), vector);
        for (int order = 0; order < ORDERS; order++) {
            Collections.shuffle(arrivals, new Random(order));
            assertThat(RandomHistory.ledgerOf(arrivals)).as("order " + order).isEqualTo(ledger);
        }
    }

    private static long countedEvents(RelationshipLedger ledger) {
        long[] events = {0};
        ledger.forEachCell(cell -> events[0] += cell.inbound() + cell.outbound());
        return events[0];
    }

    private static void assertScore(ScoreSnapshot snapshot, JsonNode expected) {
        for (Dimension dimension : Dimension.values()) {
            String name = dimension.name().toLowerCase(Locale.ROOT);
            assertThat(snapshot.contributions().of(dimension))
                    .as(name)
                    .isCloseTo(expected.get("contributions").get(name).asLong(), within(MICRO_POINTS_APART));
        }
        assertThat(snapshot.detractorRisk())
                .isCloseTo(expected.get("detractorRisk").asDouble(), within(1e-9));
        assertThat(snapshot.stage().name())
                .isEqualToIgnoringCase(expected.get("stage").asText());
    }
}
