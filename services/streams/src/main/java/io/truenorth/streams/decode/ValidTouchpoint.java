package io.truenorth.streams.decode;

import io.truenorth.relationship.ledger.Touch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A valid touchpoint.
 *
 * @param identity the strongest identity, {@code namespace:value}
 * @param others its other identities, evidence that they are one person's
 * @param eventId the event's id
 * @param touch the touch to add to the ledger
 * @param occurredAt event time, epoch ms, not after the arrival
 * @param arrivedAt when it was appended to the topic, epoch ms
 * @param attributes of the customer as of the event time
 * @param source the producer; empty if unknown
 */
public record ValidTouchpoint(
        String identity,
        List<String> others,
        String eventId,
        Touch touch,
        long occurredAt,
        long arrivedAt,
        Map<String, String> attributes,
        String source)
        implements DecodeResult {
    /**
     * A touchpoint is late after this time, as when a history is loaded: the changes it causes are not counted as
     * moves.
     */
    private static final long LATE_MILLIS = TimeUnit.DAYS.toMillis(7);

    /** Copies the identities. */
    public ValidTouchpoint {
        others = List.copyOf(others);
    }

    /** Creates a touchpoint with one identity. */
    public ValidTouchpoint(
            String identity,
            String eventId,
            Touch touch,
            long occurredAt,
            long arrivedAt,
            Map<String, String> attributes,
            String source) {
        this(identity, List.of(), eventId, touch, occurredAt, arrivedAt, attributes, source);
    }

    /** Returns whether it was more than a week old when it arrived. */
    public boolean isLate() {
        return arrivedAt - occurredAt > LATE_MILLIS;
    }
}
