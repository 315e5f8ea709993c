package io.truenorth.gateway.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.body.PayloadReader;
import io.truenorth.gateway.body.UnreadableBodyException;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.gateway.ingest.Translation;
import io.truenorth.gateway.ingest.Translation.TranslatedMessage;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonParts;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.sources.mapping.PayloadMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Translates webhooks by the mapping that their source declares. The items of a payload that is an array are translated one by one,
 * each as an array of itself alone, so that only those that fail are stored as failed; any other payload of which a part fails is
 * stored whole, and so is a form.
 */
public final class WebhookTranslation implements Translation {

    private final PayloadMapping mapping;

    /** A translation by a mapping. */
    public WebhookTranslation(PayloadMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public List<TranslatedMessage> translate(ReceivedMessage sent) {
        ReceivedMessage message = sent.withHeaders(relevantHeaders(sent));
        try {
            boolean isArray = !message.isForm() && message.body().stripLeading().startsWith("[");
            return isArray ? items(message) : List.of(whole(message));
        } catch (InvalidJsonException | UnreadableBodyException e) {
            return List.of(
                    TranslatedMessage.of(message, new UnmappedException("", String.valueOf(e.getMessage())).outcome()));
        }
    }

    /** The headers on which the meaning of a message depends, with the part of the query that rules read. */
    private Map<String, String> relevantHeaders(ReceivedMessage sent) {
        Map<String, String> relevant = new TreeMap<>();
        mapping.headers().forEach(name -> sent.header(name).ifPresent(value -> relevant.put(name, value)));
        if (sent.isForm()) {
            relevant.put("content-type", sent.contentType());
        }
        sent.header(ReceivedMessage.QUERY_HEADER)
                .map(mapping::relevantQuery)
                .filter(query -> !query.isEmpty())
                .ifPresent(query -> relevant.put(ReceivedMessage.QUERY_HEADER, query));
        return relevant;
    }

    private TranslatedMessage whole(ReceivedMessage message) throws UnreadableBodyException {
        Violations violations = new Violations();
        JsonNode payload = PayloadReader.read(message.body(), message.contentType(), violations);
        return map(payload, violations, message);
    }

    /** All items or, if the text breaks off, none. */
    private List<TranslatedMessage> items(ReceivedMessage message) throws InvalidJsonException {
        List<TranslatedMessage> items = new ArrayList<>();
        JsonParts.forEachItem(
                message.body(), (item, array, violations) -> items.add(map(array, violations, message.withBody(item))));
        return items;
    }

    private TranslatedMessage map(JsonNode payload, Violations violations, ReceivedMessage message) {
        if (violations.isEmpty()) {
            return new TranslatedMessage(
                    message, mapping.map(payload, message.headers(), Instant.ofEpochMilli(message.receivedAt())));
        }
        return TranslatedMessage.of(
                message, new UnmappedException(violations.list().get(0)).outcome());
    }
}
