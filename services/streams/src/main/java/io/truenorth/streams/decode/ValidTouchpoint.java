package io.truenorth.streams.decode;

import io.truenorth.relationship.ledger.DaySpan;
import io.truenorth.relationship.ledger.Touch;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A touchpoint that can be counted.
 *
 * @param identity the strongest name under which the customer appeared, {@code namespace:value}
 * @param eventId the event's id
 * @param touch what it adds to the ledger
 * @param days on which its event may stand, as this need not be its first arrival
 * @param retracts the id of the event that it takes back
 * @param occurredAt event time, epoch ms, not after the arrival
 * @param arrivedAt when it was appended to the topic, epoch ms
 * @param attributes of the customer as known at the event time
 * @param source which producer sent it; empty where unknown
 */
public record ValidTouchpoint(
        String identity,
        String eventId,
        Touch touch,
        DaySpan days,
        Optional<String> retracts,
        long occurredAt,
        long arrivedAt,
        Map<String, String> attributes,
        String source)
        implements DecodeResult {
    /** What comes later than this tells of the past, as a history that is loaded does: what it changes is no move of now. */
    private static final long LATE_MILLIS = TimeUnit.DAYS.toMillis(7);

    /** The customer it belongs to: the strongest identity itself. */
    public String customer() {
        return identity;
    }

    /** Whether it was more than a week old when it came. */
    public boolean isLate() {
        return arrivedAt - occurredAt > LATE_MILLIS;
    }
}
