package io.truenorth.cli.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.Departure;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.relationship.score.Stage;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scores of one partition, read page by page as they are taken, in the order of the customers' ids. */
final class PartitionScores {
    private static final int PAGE = 1_000;

    private final QueryClient queries;
    private final long asOf;
    private final Deque<CustomerStanding> page = new ArrayDeque<>();
    private Optional<String> nextPage;

    PartitionScores(QueryClient queries, long asOf, String prefix, int partition) {
        this.queries = queries;
        this.asOf = asOf;
        this.nextPage =
                Optional.of("asOf=" + asOf + "&prefix=" + QueryClient.escaped(prefix) + "&partition=" + partition);
    }

    /** The next customer, who stays the next; null at the end. */
    @Nullable
    CustomerStanding peek() throws InterruptedException {
        while (page.isEmpty() && nextPage.isPresent()) {
            read(queries.get("/v1/scores?limit=" + PAGE + "&" + nextPage.get()));
        }
        return page.peek();
    }

    void skip() {
        page.remove();
    }

    private void read(JsonNode document) {
        document.path("scores")
                .forEach(line ->
                        page.add(new CustomerStanding(line.path("customer").asText(), snapshot(line))));
        nextPage = Optional.ofNullable(document.get("next")).map(cursor -> "cursor=" + cursor.asText());
    }

    private ScoreSnapshot snapshot(JsonNode line) {
        return new ScoreSnapshot(
                asOf,
                line.path("score").asLong(),
                new Contributions(
                        line.path("engagement").asLong(),
                        line.path("money").asLong(),
                        line.path("connectedness").asLong(),
                        line.path("reciprocity").asLong(),
                        line.path("sentiment").asLong(),
                        line.path("advocacy").asLong()),
                line.path("advocacyMass").asDouble(),
                line.path("detractorRisk").asDouble(),
                line.path("detractor").asBoolean(),
                Stage.valueOf(line.path("stage").asText().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(line.path("departures").get(0)).map(PartitionScores::departure));
    }

    private static Departure departure(JsonNode departure) {
        return new Departure(
                (int) LocalDate.parse(departure.path("day").asText()).toEpochDay(),
                departure.path("channel").asText(),
                departure.path("kind").asText());
    }
}
