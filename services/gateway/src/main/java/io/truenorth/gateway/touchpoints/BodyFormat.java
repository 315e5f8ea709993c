package io.truenorth.gateway.touchpoints;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How the body of a request holds its events. */
enum BodyFormat {
    /** One event, or an array of events. */
    JSON,
    /** One event per line. */
    LINES;

    /** The media types. */
    static final String MEDIA_TYPES = "application/json, application/x-ndjson";

    private static final Set<String> LINES_TYPES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");

    /** The format that a {@code Content-Type} names; empty if it is not supported, or not in UTF-8. */
    static Optional<BodyFormat> of(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return Optional.empty();
            }
        }
        String type = parts[0].strip();
        if (type.equals("application/json")) {
            return Optional.of(JSON);
        }
        return LINES_TYPES.contains(type) ? Optional.of(LINES) : Optional.empty();
    }
}
