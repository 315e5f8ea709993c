package io.truenorth.dashboard.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queries of the streams service. */
public final class StreamsQueries {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;

    private final Upstream streams;
    private final ObjectMapper json = new ObjectMapper();
    private volatile @Nullable JsonNode model;

    /** Queries to a streams service. */
    public StreamsQueries(Upstream streams) {
        this.streams = streams;
    }

    /**
     * One customer in full.
     *
     * @param asOf as the streams service reads it; empty for now
     * @return nothing if the customer is not known
     */
    public Optional<JsonNode> customer(String id, String asOf) {
        return get("/v1/customers/" + Upstream.escaped(id) + query(asOf));
    }

    /** The curve of a customer and what happened in it; nothing if the customer is not known. */
    public Optional<JsonNode> history(String id, String asOf) {
        return get("/v1/customers/" + Upstream.escaped(id) + "/history" + query(asOf));
    }

    /** A page of the scores of all customers; the cursor is empty for the first. */
    public JsonNode scores(String asOf, String cursor, int limit) {
        return page("asOf=" + Upstream.escaped(asOf), cursor, limit);
    }

    /** The same with what moved since an earlier moment. */
    public JsonNode scores(String asOf, String since, String cursor, int limit) {
        return page("asOf=" + Upstream.escaped(asOf) + "&since=" + Upstream.escaped(since), cursor, limit);
    }

    private JsonNode page(String query, String cursor, int limit) {
        String where = cursor.isEmpty() ? query : "cursor=" + cursor;
        return get("/v1/scores?limit=" + limit + "&" + where)
                .orElseThrow(() -> new UpstreamUnavailableException("the streams service has no /v1/scores"));
    }

    /** The model that customers are scored by; asked for once. */
    public JsonNode model() {
        JsonNode known = model;
        if (known == null) {
            known = get("/v1/model")
                    .orElseThrow(() -> new UpstreamUnavailableException("the streams service has no /v1/model"));
            model = known;
        }
        return known;
    }

    private static String query(String asOf) {
        return asOf.isEmpty() ? "" : "?asOf=" + Upstream.escaped(asOf);
    }

    private Optional<JsonNode> get(String path) {
        HttpResponse<byte[]> answer = streams.ask(path);
        try {
            return switch (answer.statusCode()) {
                case OK -> Optional.of(json.readTree(answer.body()));
                case NOT_FOUND -> Optional.empty();
                case BAD_REQUEST ->
                    throw new IllegalArgumentException(
                            json.readTree(answer.body()).path("detail").asText("the question was refused"));
                default -> throw new UpstreamUnavailableException("the streams service answers " + answer.statusCode());
            };
        } catch (IOException e) {
            throw new UpstreamUnavailableException("the streams service does not answer in JSON", e);
        }
    }
}
