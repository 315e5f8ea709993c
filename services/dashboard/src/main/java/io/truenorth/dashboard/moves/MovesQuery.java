package io.truenorth.dashboard.moves;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.contract.Stage;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.upstream.StreamsQueries;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Asks the streams service what moved, page by page. */
final class MovesQuery {
    private static final int PAGE = 2_000;

    private final StreamsQueries streams;
    private final Customers customers;

    MovesQuery(StreamsQueries streams, Customers customers) {
        this.streams = streams;
        this.customers = customers;
    }

    /** What moved between two moments, epoch ms. */
    Moves between(long since, long until) {
        Map<String, Stage> stages = new HashMap<>();
        PointChanges points = new PointChanges();
        String cursor = "";
        do {
            JsonNode page = streams.scores(written(until), written(since), cursor, PAGE);
            page.path("scores").forEach(line -> add(line, stages, points));
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty());
        return new Moves(since, until, stages, points);
    }

    private static String written(long moment) {
        return Instant.ofEpochMilli(moment).toString();
    }

    private void add(JsonNode line, Map<String, Stage> stages, PointChanges points) {
        if (line.has("before")) {
            String before = line.path("before").path("stage").asText();
            stages.put(sharedId(line.path("customer").asText()), Stage.valueOf(before.toUpperCase(Locale.ROOT)));
        }
        line.path("moved")
                .properties()
                .forEach(channel -> channel.getValue()
                        .properties()
                        .forEach(kind -> points.add(
                                channel.getKey(), kind.getKey(), kind.getValue().asLong())));
    }

    /** The text that the customer's row has already: there are four periods, and many customers. */
    private String sharedId(String id) {
        return customers.find(id).map(CustomerRow::id).orElse(id);
    }
}
