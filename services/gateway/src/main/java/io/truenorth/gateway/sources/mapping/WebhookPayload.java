package io.truenorth.gateway.sources.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.body.FormBody;
import io.truenorth.gateway.body.UnreadableBodyException;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.gateway.json.Pointer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
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
 * @param query the parameters of its URL
 * @param receivedAt when it arrived
 * @param indexes the indexes of the items that * stands for, the outermost first; empty for the whole payload
 */
record WebhookPayload(
        JsonNode body,
        Map<String, String> headers,
        Map<String, String> query,
        Instant receivedAt,
        List<Integer> indexes) {

    /** A payload; the query of its request is {@link ReceivedMessage#QUERY_HEADER} among the headers. */
    static WebhookPayload of(JsonNode body, Map<String, String> headers, Instant receivedAt) {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return new WebhookPayload(
                body, byName, parameters(byName.getOrDefault(ReceivedMessage.QUERY_HEADER, "")), receivedAt, List.of());
    }

    /** Of a parameter that is given twice the first value is kept; a query that cannot be read has none. */
    private static Map<String, String> parameters(String raw) {
        try {
            Map<String, String> byName = new HashMap<>();
            FormBody.query(raw).forEach(field -> byName.putIfAbsent(field.name(), field.value()));
            return byName;
        } catch (UnreadableBodyException e) {
            return Map.of();
        }
    }

    /** The same, seen from an item of the array one star further in. */
    WebhookPayload item(int index) {
        List<Integer> inner =
                Stream.concat(indexes.stream(), IntStream.of(index).boxed()).toList();
        return new WebhookPayload(body, headers, query, receivedAt, inner);
    }

    /** The same with another body. */
    WebhookPayload withBody(JsonNode other) {
        return new WebhookPayload(other, headers, query, receivedAt, indexes);
    }

    /** The same, seen as a whole. */
    WebhookPayload whole() {
        return new WebhookPayload(body, headers, query, receivedAt, List.of());
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * A JSON pointer from the root of a payload, in which a step {@code *} stands for the item that a rule is applied to.
     *
     * @param text as the document writes it
     * @param steps names and indexes, unescaped, and stars
     */
    record PayloadPointer(String text, List<String> steps) {

        static final PayloadPointer WHOLE = new PayloadPointer("", List.of());

        static final String STAR = "*";

        /** Parses a pointer; empty if the text is not one. */
        static Optional<PayloadPointer> parse(String text) {
            return Pointer.parse(text).map(steps -> new PayloadPointer(text, steps));
        }

        /** The pointer that a node of a document names; the whole where it names none, which is reported. */
        static PayloadPointer read(DocumentNode node) {
            String text = node.text("");
            return parse(text).orElseGet(() -> {
                node.problem("expected a JSON pointer such as /data/id, was " + Excerpt.of(text));
                return WHOLE;
            });
        }

        /** The node there; empty if it is missing. */
        Optional<JsonNode> find(WebhookPayload payload) {
            return Pointer.find(payload.body(), bound(payload.indexes()));
        }

        /** The pointer with the indexes of the item in place of its stars. */
        String bind(WebhookPayload payload) {
            StringBuilder path = new StringBuilder();
            bound(payload.indexes()).forEach(step -> path.append('/').append(Pointer.escape(step)));
            return path.toString();
        }

        private List<String> bound(List<Integer> indexes) {
            Iterator<Integer> items = indexes.iterator();
            return steps.stream()
                    .map(step -> step.equals(STAR) && items.hasNext() ? Integer.toString(items.next()) : step)
                    .toList();
        }

        /** How many stars there are. */
        int depth() {
            return (int) steps.stream().filter(STAR::equals).count();
        }

        /** Whether it names items of an array. */
        boolean endsWithStar() {
            return !steps.isEmpty() && steps.get(steps.size() - 1).equals(STAR);
        }

        /** The array whose items these are. */
        PayloadPointer array() {
            return first(steps.size() - 1);
        }

        /** Itself and what it leads through: {@code /a/*}{@code /b/*} leads through the whole and {@code /a/*}. */
        List<PayloadPointer> levels() {
            List<PayloadPointer> levels = new ArrayList<>(List.of(WHOLE));
            IntStream.range(0, steps.size())
                    .filter(i -> steps.get(i).equals(STAR))
                    .forEach(i -> levels.add(first(i + 1)));
            return levels;
        }

        /** Whether each of its stars stands for the same item as that of another pointer. */
        boolean fits(PayloadPointer each) {
            List<PayloadPointer> levels = levels();
            List<String> through = levels.get(levels.size() - 1).steps();
            return through.size() <= each.steps().size()
                    && each.steps().subList(0, through.size()).equals(through);
        }

        private PayloadPointer first(int count) {
            StringBuilder start = new StringBuilder();
            List<String> kept = steps.subList(0, count);
            kept.forEach(step -> start.append('/').append(Pointer.escape(step)));
            return new PayloadPointer(start.toString(), kept);
        }
    }
}
