package io.truenorth.gateway.sources.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The payload of a request, seen from one of its elements.
 *
 * @param body the JSON
 * @param headers of the request, by name without regard to case
 * @param receivedAt when it arrived
 * @param indexes the indexes of the items that * stands for, the outermost first; empty for the whole payload
 */
record WebhookPayload(JsonNode body, Map<String, String> headers, Instant receivedAt, List<Integer> indexes) {

    static WebhookPayload of(JsonNode body, Map<String, String> headers, Instant receivedAt) {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return new WebhookPayload(body, byName, receivedAt, List.of());
    }

    /** The same, seen from an item of the array one star further in. */
    WebhookPayload item(int index) {
        List<Integer> inner =
                Stream.concat(indexes.stream(), IntStream.of(index).boxed()).toList();
        return new WebhookPayload(body, headers, receivedAt, inner);
    }

    /** The same with another body. */
    WebhookPayload withBody(JsonNode other) {
        return new WebhookPayload(other, headers, receivedAt, indexes);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
