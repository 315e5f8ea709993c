package io.truenorth.cli.privacy.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.contract.CustomerAttribute;
import io.truenorth.contract.IdentityConsent;
import io.truenorth.contract.IdentityLedger;
import io.truenorth.contract.LedgerPart;
import io.truenorth.relationship.ledger.RelationshipLedger;
import java.time.Instant;
import java.time.LocalDate;

/** The lines of a part of what is stored of a customer, or was imported: its ledgers, attributes and consent. */
final class PartLines {
    private PartLines() {}

    /** A ledger, by what it has. */
    static ObjectNode ledger(IdentityLedger ledger, RelationshipLedger entries) {
        ObjectNode line =
                ExportWriter.object().put("identity", ledger.getIdentity()).put("entries", entries.size());
        entries.firstDay()
                .ifPresent(day -> line.put("firstDay", LocalDate.ofEpochDay(day).toString()));
        entries.lastDay()
                .ifPresent(day -> line.put("lastDay", LocalDate.ofEpochDay(day).toString()));
        return line;
    }

    /** An attribute of a customer. */
    static ObjectNode attribute(LedgerPart part, CustomerAttribute set) {
        return ExportWriter.object()
                .put("identity", identity(part, set))
                .put("name", set.getName())
                .put("value", set.getValue())
                .put("occurredAt", time(set.getOccurredAt()))
                .put("eventId", set.getEventId());
    }

    /** The identity under which an attribute came. */
    static String identity(LedgerPart part, CustomerAttribute set) {
        return set.getIdentity().isEmpty() ? part.getCustomer() : set.getIdentity();
    }

    /** The consent of an identity for a purpose. */
    static ObjectNode consent(IdentityConsent set) {
        return ExportWriter.object()
                .put("identity", set.getIdentity())
                .put("purpose", set.getPurpose())
                .put("given", set.getGiven())
                .put("occurredAt", time(set.getOccurredAt()))
                .put("eventId", set.getEventId());
    }

    private static String time(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).toString();
    }
}
