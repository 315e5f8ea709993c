package io.truenorth.gateway.sources.mapping;

import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.sources.mapping.Expression.Extracted;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values of the fields of one event, and where in the payload they come from. */
final class FieldValues {

    private final WebhookPayload payload;
    private final Map<String, Expression> expressions;
    private final Map<String, String> origins = new HashMap<>();

    /** @param expressions by field of the native form */
    FieldValues(WebhookPayload payload, Map<String, Expression> expressions) {
        this.payload = payload;
        this.expressions = expressions;
    }

    /** The value of a field, without noting its origin. */
    Optional<Extracted> value(String field) throws UnmappedException {
        Expression expression = expressions.get(field);
        return expression == null ? Optional.empty() : expression.evaluate(payload);
    }

    Optional<Extracted> extracted(String field) throws UnmappedException {
        Optional<Extracted> found = value(field);
        found.ifPresent(value -> noteOrigin("/" + field, value.origin()));
        return found;
    }

    Optional<String> text(String field) throws UnmappedException {
        return extracted(field).map(Extracted::text);
    }

    Optional<String> requiredText(String field) throws UnmappedException {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            String place = Optional.ofNullable(expressions.get(field))
                    .map(this::firstLocation)
                    .orElse("");
            throw new UnmappedException(place, "expected for " + field + ", but missing");
        }
        return text;
    }

    String firstLocation(Expression expression) {
        return expression
                .locations()
                .map(location -> location.describe(payload))
                .findFirst()
                .orElse("");
    }

    /** Notes where the value at a path of the native form comes from; empty for what the document states. */
    void noteOrigin(String path, String origin) {
        if (!origin.isEmpty()) {
            origins.put(path, origin);
        }
    }

    /** Where the value at a path of the native form comes from; empty for what the document states. */
    Optional<String> origin(String path) {
        return Optional.ofNullable(origins.get(path));
    }
}
