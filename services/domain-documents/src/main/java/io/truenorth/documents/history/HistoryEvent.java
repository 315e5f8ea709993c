package io.truenorth.documents.history;

import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One line of a history, checked: an event, a correction of one or a retraction. A retraction has an id, a customer and a time
 * alone.
 *
 * @param eventId the same for the same line of the same source wherever it stands (see {@link EventIds})
 * @param customer the history's own id of the customer, or {@code namespace:value} if the mapping names identities; empty if the
 *     line names no customer, but has a reference
 * @param occurredAt the event time, epoch ms, never after its arrival
 * @param channel where it happened
 * @param kind what happened
 * @param direction who acted
 * @param sentiment −1 to 1, where something was said
 * @param valueMinor money in minor units, signed, where there was some
 * @param subject what it was about; empty where nothing is said
 * @param retracts the id of the event that is retracted; empty unless this is a retraction
 * @param revision of several lines with the same id that of the highest revision counts; 0 or more
 * @param identities all identities of the customer, the strongest first; empty if the mapping names none
 * @param attributes what is known of the customer, by name
 * @param consent given or withdrawn with the event
 * @param references objects that the event is about, {@code type:id}; without a customer, the event is of the customer of the
 *     first
 */
public record HistoryEvent(
        String eventId,
        String customer,
        long occurredAt,
        String channel,
        String kind,
        Direction direction,
        OptionalDouble sentiment,
        OptionalLong valueMinor,
        String subject,
        String retracts,
        int revision,
        List<HistoryIdentity> identities,
        Map<String, String> attributes,
        HistoryConsent consent,
        List<String> references) {

    /** An event that neither retracts nor corrects another one, without identities and attributes. */
    public HistoryEvent(
            String eventId,
            String customer,
            long occurredAt,
            String channel,
            String kind,
            Direction direction,
            OptionalDouble sentiment,
            OptionalLong valueMinor,
            String subject) {
        this(
                eventId,
                customer,
                occurredAt,
                channel,
                kind,
                direction,
                sentiment,
                valueMinor,
                subject,
                "",
                0,
                List.of(),
                Map.of(),
                HistoryConsent.NONE,
                List.of());
    }

    /** A retraction, without an id. */
    static HistoryEvent retraction(String customer, long occurredAt, String retracts) {
        return new HistoryEvent(
                "",
                customer,
                occurredAt,
                "",
                "",
                Direction.OUTBOUND,
                OptionalDouble.empty(),
                OptionalLong.empty(),
                "",
                retracts,
                0,
                List.of(),
                Map.of(),
                HistoryConsent.NONE,
                List.of());
    }

    /** The customer; the first reference if the line names none. */
    public String customerOrReference() {
        return customer.isEmpty() ? references.get(0) : customer;
    }

    /** Whether it retracts another event. */
    public boolean isRetraction() {
        return !retracts.isEmpty();
    }

    /** The same event with an id and a revision. */
    HistoryEvent withId(String id, int ofRevision) {
        return new HistoryEvent(
                id,
                customer,
                occurredAt,
                channel,
                kind,
                direction,
                sentiment,
                valueMinor,
                subject,
                retracts,
                ofRevision,
                identities,
                attributes,
                consent,
                references);
    }

    /** The same event with references. */
    HistoryEvent about(List<String> objects) {
        return objects.isEmpty() ? this : with(consent, objects);
    }

    /** The same event with consent that it gives or withdraws. */
    HistoryEvent consenting(HistoryConsent said) {
        return said.isEmpty() ? this : with(said, references);
    }

    private HistoryEvent with(HistoryConsent said, List<String> objects) {
        return new HistoryEvent(
                eventId,
                customer,
                occurredAt,
                channel,
                kind,
                direction,
                sentiment,
                valueMinor,
                subject,
                retracts,
                revision,
                identities,
                attributes,
                said,
                objects);
    }

    /** The same event of a customer with identities and attributes. */
    HistoryEvent of(List<HistoryIdentity> ofCustomer, Map<String, String> known) {
        if (ofCustomer.isEmpty() && known.isEmpty()) {
            return this;
        }
        return new HistoryEvent(
                eventId,
                customer,
                occurredAt,
                channel,
                kind,
                direction,
                sentiment,
                valueMinor,
                subject,
                retracts,
                revision,
                ofCustomer,
                known,
                consent,
                references);
    }

    /** The event as a ledger takes it. */
    public Touch toTouch() {
        if (isRetraction()) {
            return Touch.retractionOf(retracts, occurredAt);
        }
        Sentiment said = sentiment.isPresent() ? Sentiment.ofValue(sentiment.getAsDouble()) : Sentiment.NONE;
        return Touch.of(eventId, occurredAt, channel, kind, subject, direction, said, valueMinor.orElse(0))
                .withRevision(revision);
    }
}
