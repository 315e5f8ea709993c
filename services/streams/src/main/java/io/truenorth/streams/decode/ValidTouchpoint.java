package io.truenorth.streams.decode;

import io.truenorth.relationship.ledger.Touch;
import io.truenorth.streams.consent.SetConsent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A valid touchpoint.
 *
 * @param identity the strongest identity, {@code namespace:value}; empty if it names no customer, but has a reference
 * @param others its other identities, evidence that they are one person's
 * @param references objects that it concerns, {@code type:id}
 * @param eventId the event's id
 * @param touch the touch to add to the ledger
 * @param occurredAt event time, epoch ms, not after the arrival
 * @param arrivedAt when it was appended to the topic, epoch ms
 * @param attributes of the customer as of the event time
 * @param consents given or withdrawn with it, for each of its identities
 * @param source the producer; empty if unknown
 */
public record ValidTouchpoint(
        String identity,
        List<String> others,
        List<String> references,
        String eventId,
        Touch touch,
        long occurredAt,
        long arrivedAt,
        Map<String, String> attributes,
        List<SetConsent> consents,
        String source)
        implements DecodeResult {
    /**
     * A touchpoint is late after this time, as when a history is loaded: the changes it causes are not counted as
     * moves.
     */
    private static final long LATE_MILLIS = TimeUnit.DAYS.toMillis(7);

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is neither an identity nor a reference
     */
    public ValidTouchpoint {
        others = List.copyOf(others);
        references = List.copyOf(references);
        consents = List.copyOf(consents);
        if (identity.isEmpty() && references.isEmpty()) {
            throw new IllegalArgumentException("expected an identity or a reference, was neither");
        }
    }

    /** Creates a touchpoint with one identity, without references and consent. */
    public ValidTouchpoint(
            String identity,
            String eventId,
            Touch touch,
            long occurredAt,
            long arrivedAt,
            Map<String, String> attributes,
            String source) {
        this(identity, List.of(), List.of(), eventId, touch, occurredAt, arrivedAt, attributes, List.of(), source);
    }

    /** Returns the key of its record: the strongest identity, or the first reference if it names no customer. */
    public String key() {
        return namesCustomer() ? identity : references.get(0);
    }

    /** Returns whether it has an identity. If not, it belongs to whoever the first reference does. */
    public boolean namesCustomer() {
        return !identity.isEmpty();
    }

    /** Returns the touchpoint as one of an identity, the owner of its reference. */
    public ValidTouchpoint of(String owner) {
        return new ValidTouchpoint(
                owner, others, references, eventId, touch, occurredAt, arrivedAt, attributes, consents, source);
    }

    /** Returns whether it was more than a week old when it arrived. */
    public boolean isLate() {
        return arrivedAt - occurredAt > LATE_MILLIS;
    }
}
