package io.truenorth.gateway.sources.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.sources.mapping.WebhookPayload.PayloadPointer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A value of the first item of an array that meets some conditions; without conditions, of the first item that has the value.
 *
 * @param array where the array is, from the root of the payload
 * @param where the texts of which each location must have one, from the item
 * @param value where the value is, from the item
 */
record ItemValue(PayloadPointer array, Map<PayloadLocation, List<TextPattern>> where, PayloadPointer value)
        implements Expression {

    @Override
    public Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException {
        Optional<JsonNode> items = array.find(payload).filter(JsonNode::isArray);
        for (int i = 0; items.isPresent() && i < items.get().size(); i++) {
            WebhookPayload item = payload.withBody(items.get().get(i)).whole();
            if (Conditions.match(where, item)) {
                Optional<Extracted> found = value(item, array.bind(payload) + "/" + i);
                if (found.isPresent() || !where.isEmpty()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Extracted> value(WebhookPayload item, String path) throws UnmappedException {
        try {
            return new At(new PayloadLocation.InBody(value))
                    .evaluate(item)
                    .map(found -> new Extracted(found.text(), path + found.origin()));
        } catch (UnmappedException e) {
            throw new UnmappedException(path + e.path(), e.getMessage());
        }
    }

    @Override
    public Stream<PayloadLocation> locations() {
        return Stream.of(new PayloadLocation.InBody(array));
    }

    /** The function {@code in} of a document. */
    static ItemValue read(DocumentSection section) {
        DocumentNode where = section.at("where");
        return new ItemValue(
                PayloadPointer.read(section.at("in")),
                Conditions.texts(where),
                PayloadPointer.read(section.required("at")));
    }
}
