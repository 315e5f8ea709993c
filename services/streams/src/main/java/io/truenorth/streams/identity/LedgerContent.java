package io.truenorth.streams.identity;

import io.truenorth.identity.joining.Content;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an identity's ledger, on its way from a customer to another.
 *
 * @param entries entries in binary form; empty if there are attributes only
 * @param attributes that events of the identity set
 */
@SuppressWarnings("ArrayRecordComponent") // stored bytes; never compared
public record LedgerContent(byte[] entries, List<SetAttribute> attributes) implements Content {
    private static final byte[] NO_ENTRIES = new byte[0];
    /** So that a part is far below the largest record, whatever the texts of its entries. */
    private static final int MOST_ENTRIES = 500;

    /** Copies the list. */
    public LedgerContent {
        attributes = List.copyOf(attributes);
    }

    /** Returns a ledger in parts that fit a message. */
    public static List<LedgerContent> of(RelationshipLedger ledger) {
        return ledger.toParts(MOST_ENTRIES).stream()
                .map(entries -> new LedgerContent(entries, List.of()))
                .toList();
    }

    /** Returns attributes without entries, in parts that fit a message. */
    public static List<LedgerContent> of(List<SetAttribute> attributes) {
        List<LedgerContent> parts = new ArrayList<>();
        for (int from = 0; from < attributes.size(); from += MOST_ENTRIES) {
            int to = Math.min(attributes.size(), from + MOST_ENTRIES);
            parts.add(new LedgerContent(NO_ENTRIES, attributes.subList(from, to)));
        }
        return parts;
    }

    /**
     * Returns what is left without what is suppressed; null if nothing is. Entries have days: those of the day of the erasure
     * are suppressed, too.
     */
    public @Nullable LedgerContent without(Suppression suppression) {
        List<SetAttribute> kept = attributes.stream()
                .filter(set -> !suppression.covers(set.occurredAt()))
                .toList();
        byte[] left = entries.length == 0 || suppression.dropsLater() ? NO_ENTRIES : entriesAfter(suppression.until());
        return left.length == 0 && kept.isEmpty() ? null : new LedgerContent(left, kept);
    }

    private byte[] entriesAfter(long time) {
        RelationshipLedger ledger = RelationshipLedger.fromBytes(entries);
        ledger.removeUpTo(Days.of(time));
        return ledger.isEmpty() ? NO_ENTRIES : ledger.toBytes();
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
