package io.truenorth.gateway.touchpoints;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.admission.RejectedRequest;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.event.TouchpointMapper;
import io.truenorth.gateway.json.Violation;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.InvalidJsonException;
import io.truenorth.gateway.json.JsonText;
import io.truenorth.gateway.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Takes a body apart into events, and holds each against the contract. */
final class BatchReader {

    private final TouchpointMapper mapper;
    private final int mostEvents;

    /** @param mostEvents how many events a body may hold */
    BatchReader(TouchpointMapper mapper, int mostEvents) {
        this.mapper = mapper;
        this.mostEvents = mostEvents;
    }

    /**
     * The events of a body. A line that is no JSON is an event rejected; an array that is no JSON is refused whole, as
     * nobody knows what it should have been.
     *
     * @param sender who sent them; not every sender may send everything
     * @param receivedAt epoch ms
     * @throws RejectedRequest if the body is no JSON, or holds no events, or too many
     */
    Batch read(String body, BodyFormat format, Sender sender, long receivedAt) {
        Batch batch = new Batch();
        if (format == BodyFormat.LINES) {
            body.lines().filter(line -> !line.isBlank()).forEach(line -> readLine(line, batch, sender, receivedAt));
        } else {
            readJson(body, batch, sender, receivedAt);
        }
        if (batch.size() == 0) {
            throw RejectedRequest.unreadableBody("expected at least one event");
        }
        return batch;
    }

    private void readJson(String body, Batch batch, Sender sender, long receivedAt) {
        try {
            JsonText.readOneOrMany(body, (event, violations) -> add(event, violations, batch, sender, receivedAt));
        } catch (InvalidJsonException e) {
            throw RejectedRequest.unreadableBody(e.getMessage());
        }
    }

    private void readLine(String line, Batch batch, Sender sender, long receivedAt) {
        Violations violations = new Violations();
        try {
            JsonValue event = JsonText.readOne(line, violations);
            add(event, violations, batch, sender, receivedAt);
        } catch (InvalidJsonException e) {
            requireRoom(batch);
            batch.reject(List.of(new Violation("", e.getMessage())));
        }
    }

    private void add(JsonValue event, Violations violations, Batch batch, Sender sender, long receivedAt) {
        requireRoom(batch);
        Optional<Touchpoint> touchpoint = mapper.map(event, receivedAt, sender.region(), violations);
        touchpoint.flatMap(sender::notAllowed).ifPresent(barred -> violations.add("", barred));
        if (violations.isEmpty()) {
            touchpoint.ifPresent(batch::accept);
        } else {
            batch.reject(violations.list());
        }
    }

    private void requireRoom(Batch batch) {
        if (batch.size() == mostEvents) {
            throw RejectedRequest.contentTooLarge("expected up to " + mostEvents + " events in a request");
        }
    }
}
