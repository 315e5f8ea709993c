package io.truenorth.gateway.touchpoints;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.event.NativeEventReader;
import io.truenorth.gateway.event.TouchpointValidator;
import io.truenorth.gateway.event.TouchpointValidator.Result;
import io.truenorth.gateway.json.InvalidJsonException;
import io.truenorth.gateway.json.JsonLimits;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.Violation;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.touchpoints.Batch.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
}
