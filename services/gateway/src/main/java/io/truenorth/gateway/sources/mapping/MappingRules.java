package io.truenorth.gateway.sources.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.gateway.json.JsonText.JsonLimits;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.sources.mapping.WebhookPayload.PayloadPointer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of a document, section by section.
 *
 * @param parse which texts of payloads are JSON
 * @param unwrap how payloads are taken out of an envelope
 * @param ignore applied first, in order
 * @param events applied then, in order
 * @param fields the fields of every event whose rule does not state others
 * @param currency of amounts whose rule or payload names none, ISO 4217
 * @param anonymous why elements that name no customer are ignored; where it is missing they are unmapped
 * @param nobody which values of identities stand for nobody
 */
public record MappingRules(
        EmbeddedJson parse,
        Optional<Unwrap> unwrap,
        List<IgnoreRule> ignore,
        List<EventRule> events,
        EventFields fields,
        Optional<String> currency,
        Optional<String> anonymous,
        Nobody nobody) {

    /**
     * A rule that makes events of elements.
     *
     * @param each the items it applies to; {@link PayloadPointer#WHOLE} for payloads as a whole
     */
    record EventRule(PayloadPointer each, Conditions conditions, EventFields fields) {
        EventRule withDefaults(EventFields common) {
            return new EventRule(each, conditions, fields.withDefaults(common));
        }
    }

    /**
     * A rule that ignores elements.
     *
     * @param each the items it applies to; {@link PayloadPointer#WHOLE} for payloads as a whole
     * @param reason why they are ignored
     */
    record IgnoreRule(PayloadPointer each, Conditions conditions, String reason) {}

    /**
     * How a payload is taken out of its envelope, which holds it as a text of JSON.
     *
     * @param text where the text is
     * @param envelope the name under which the envelope is added to the payload
     */
    record Unwrap(PayloadPointer text, String envelope) {

        /** The payload inside the envelope; the payload itself if it has no envelope. */
        WebhookPayload open(WebhookPayload payload) {
            return text.find(payload)
                    .flatMap(Unwrap::parse)
                    .map(inner -> payload.withBody(inner.set(envelope, payload.body())))
                    .orElse(payload);
        }

        private static Optional<ObjectNode> parse(JsonNode text) {
            if (!text.isTextual()) {
                return Optional.empty();
            }
            try {
                Violations violations = new Violations();
                JsonNode inner = JsonText.readValue(text.asText(), JsonLimits.PAYLOAD, violations);
                return inner instanceof ObjectNode object && violations.isEmpty()
                        ? Optional.of(object)
                        : Optional.empty();
            } catch (InvalidJsonException e) {
                return Optional.empty();
            }
        }
    }

    /** The names of all headers that rules read, in lower case. */
    Set<String> headers() {
        return locations()
                .filter(PayloadLocation.InHeader.class::isInstance)
                .map(location -> ((PayloadLocation.InHeader) location).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of all parameters of queries that rules read. */
    Set<String> queryParameters() {
        return locations()
                .filter(PayloadLocation.InQuery.class::isInstance)
                .map(location -> ((PayloadLocation.InQuery) location).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<PayloadLocation> locations() {
        Stream<Conditions> conditions = Stream.concat(
                ignore.stream().map(IgnoreRule::conditions), events.stream().map(EventRule::conditions));
        Stream<EventFields> all =
                Stream.concat(Stream.of(fields), events.stream().map(EventRule::fields));
        return Stream.concat(conditions.flatMap(Conditions::locations), all.flatMap(EventFields::locations));
    }
}
