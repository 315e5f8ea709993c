package io.truenorth.streams.identity;

import io.truenorth.identity.joining.Content;
import java.util.List;

/**
 * A part of an identity's ledger, on its way from a customer to another.
 *
 * @param entries entries in binary form; empty if there are attributes only
 * @param attributes that events of the identity set
 */
@SuppressWarnings("ArrayRecordComponent") // stored bytes; never compared
public record LedgerContent(byte[] entries, List<SetAttribute> attributes) implements Content {
    /** Copies the list. */
    public LedgerContent {
        attributes = List.copyOf(attributes);
    }

    /**
     * An attribute as an event set it.
     *
     * @param name its name
     * @param value its value
     * @param occurredAt event time of the event, epoch ms
     * @param eventId the id of the event
     */
    public record SetAttribute(String name, String value, long occurredAt, String eventId) {}
}
