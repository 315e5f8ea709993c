package io.truenorth.gateway.touchpoints;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.event.NativeEventReader;
import io.truenorth.gateway.event.TouchpointValidator;
import io.truenorth.gateway.event.TouchpointValidator.Result;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonText.InvalidJsonException;
import io.truenorth.gateway.json.JsonText.JsonLimits;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.Violations.Violation;
import io.truenorth.gateway.touchpoints.Batch.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Splits a body into events, and validates each. */
final class BatchReader {

    private final TouchpointValidator validator;
    private final int maxEvents;

    /** @param maxEvents how many events a body may hold */
    BatchReader(TouchpointValidator validator, int maxEvents) {
        this.validator = validator;
        this.maxEvents = maxEvents;
    }

    /**
     * Reads the events of a body. A line that is not JSON is one rejected event; an array that is not JSON is rejected as a whole,
     * as its events are unknown.
     *
     * @param sender who sent them; not every sender may send everything
     * @param receivedAt epoch ms
     * @throws RejectedRequest if the body is not JSON, or holds no events, or too many
     */
    Batch read(String body, BodyFormat format, Sender sender, long receivedAt) {
        List<Item> items = new ArrayList<>();
        if (format == BodyFormat.LINES) {
            body.lines().filter(line -> !line.isBlank()).forEach(line -> {
                requireRoom(items);
                items.add(readLine(line, sender, receivedAt));
            });
        } else {
            readJson(body, sender, receivedAt, items);
        }
        if (items.isEmpty()) {
            throw RejectedRequest.unreadableBody("expected at least one event");
        }
        return new Batch(items);
    }

    private void readJson(String body, Sender sender, long receivedAt, List<Item> items) {
        try {
            JsonText.readEvents(body, (event, malformed) -> {
                requireRoom(items);
                items.add(validate(event, malformed, sender, receivedAt));
            });
        } catch (InvalidJsonException e) {
            throw RejectedRequest.unreadableBody(e.getMessage());
        }
    }

    private Item readLine(String line, Sender sender, long receivedAt) {
        Violations malformed = new Violations();
        try {
            return validate(JsonText.readValue(line, JsonLimits.EVENT, malformed), malformed, sender, receivedAt);
        } catch (InvalidJsonException e) {
            return new Item.Rejected(List.of(new Violation("", e.getMessage())));
        }
    }

    private Item validate(JsonNode json, Violations malformed, Sender sender, long receivedAt) {
        Result result = validator.validate(NativeEventReader.read(json, malformed), receivedAt, sender.region());
        if (result instanceof Result.Invalid invalid) {
            return new Item.Rejected(invalid.violations());
        }
        Touchpoint touchpoint = ((Result.Valid) result).touchpoint();
        Optional<String> notAllowed = sender.notAllowed(touchpoint);
        return notAllowed.isPresent()
                ? new Item.Rejected(List.of(new Violation("", notAllowed.get())))
                : new Item.Accepted(sender.attribute(touchpoint));
    }

    private void requireRoom(List<Item> items) {
        if (items.size() == maxEvents) {
            throw RejectedRequest.contentTooLarge("expected up to " + maxEvents + " events in a request");
        }
    }

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
}
