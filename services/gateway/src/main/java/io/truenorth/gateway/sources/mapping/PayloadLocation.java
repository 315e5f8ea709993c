package io.truenorth.gateway.sources.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.sources.mapping.WebhookPayload.PayloadPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A location in a request: {@code /pointer/into/the/payload}, {@code header:NAME} or {@code query:NAME}. */
sealed interface PayloadLocation {

    /** The node there; empty if it is missing, {@code null} or empty. */
    Optional<JsonNode> find(WebhookPayload payload);

    /** Whether {@code null} is there, which is not the same as a missing node. */
    boolean isNull(WebhookPayload payload);

    /** How an error message names it. */
    String describe(WebhookPayload payload);

    /** In the body. */
    record InBody(PayloadPointer pointer) implements PayloadLocation {
        @Override
        public Optional<JsonNode> find(WebhookPayload payload) {
            return pointer.find(payload).filter(InBody::isNotEmpty);
        }

        private static boolean isNotEmpty(JsonNode node) {
            if (node.isContainerNode()) {
                return !node.isEmpty();
            }
            return node.isTextual() ? !node.asText().isBlank() : !node.isNull();
        }

        @Override
        public boolean isNull(WebhookPayload payload) {
            return pointer.find(payload).filter(JsonNode::isNull).isPresent();
        }

        @Override
        public String describe(WebhookPayload payload) {
            return pointer.bind(payload);
        }
    }

    /** In a header. */
    record InHeader(String name) implements PayloadLocation {
        @Override
        public Optional<JsonNode> find(WebhookPayload payload) {
            return payload.header(name).filter(text -> !text.isBlank()).map(TextNode::valueOf);
        }

        @Override
        public boolean isNull(WebhookPayload payload) {
            return false;
        }

        @Override
        public String describe(WebhookPayload payload) {
            return HEADER + name;
        }
    }

    /** In the query of the URL. */
    record InQuery(String name) implements PayloadLocation {
        @Override
        public Optional<JsonNode> find(WebhookPayload payload) {
            return payload.query(name).filter(text -> !text.isBlank()).map(TextNode::valueOf);
        }

        @Override
        public boolean isNull(WebhookPayload payload) {
            return false;
        }

        @Override
        public String describe(WebhookPayload payload) {
            return QUERY + name;
        }
    }

    /** How a header is written. */
    String HEADER = "header:";

    /** How a parameter of the query is written. */
    String QUERY = "query:";

    /** How a message names what is expected. */
    String FORM = "a JSON pointer such as /data/id, header:NAME or query:NAME";

    /** The characters of the names of headers and parameters. */
    Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    /** Whether a text is meant as a location. */
    static boolean isLocation(String text) {
        return text.startsWith("/") || text.startsWith(HEADER) || text.startsWith(QUERY);
    }

    /** The location that a node names; the whole payload where it names none, which is reported. */
    static PayloadLocation read(DocumentNode node) {
        String text = node.text("");
        return parse(text).orElseGet(() -> {
            node.problem("expected " + FORM + ", was " + Excerpt.of(text));
            return new InBody(PayloadPointer.WHOLE);
        });
    }

    /** The locations that the items of a list name. */
    static List<PayloadLocation> readAll(DocumentNode node) {
        List<PayloadLocation> locations = new ArrayList<>();
        node.list().forEach(item -> locations.add(read(item)));
        return locations;
    }

    /** A location, or the whole payload for the empty text. */
    static Optional<PayloadLocation> parse(String text) {
        if (text.startsWith(HEADER)) {
            return named(text.substring(HEADER.length())).map(InHeader::new);
        }
        if (text.startsWith(QUERY)) {
            return named(text.substring(QUERY.length())).map(InQuery::new);
        }
        return PayloadPointer.parse(text).map(InBody::new);
    }

    private static Optional<String> named(String name) {
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }
}
