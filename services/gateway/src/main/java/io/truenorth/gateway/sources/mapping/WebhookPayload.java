package io.truenorth.gateway.sources.mapping;

import io.truenorth.gateway.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What another system sent, seen from one of its elements.
 *
 * @param body the JSON
 * @param headers of the request, by name without regard to case
 * @param receivedAt when it arrived
 * @param indexes which items the stars of a pointer stand for, the outermost first; none for the whole
 */
record WebhookPayload(JsonValue body, Map<String, String> headers, Instant receivedAt, List<Integer> indexes) {

    static WebhookPayload of(JsonValue body, Map<String, String> headers, Instant receivedAt) {
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

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
