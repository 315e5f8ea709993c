package io.truenorth.cli.privacy.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.contract.IdentityLedger;
import io.truenorth.contract.LedgerPart;
import io.truenorth.relationship.ledger.LedgerFormatException;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.LedgerPieces;
import java.util.List;

/**
 * Exports what the topic of imports has under the identities of a person, whichever customer had them in the exporting system. Its
 * events are in the customer's ledger too, once they are imported.
 */
final class ImportExport {
    private final TopicRecords records;
    private final DataSubject person;
    private final String currency;
    private final ExportWriter out;

    /** @param currency of the deployment's money, by ISO 4217 */
    ImportExport(TopicRecords records, DataSubject person, String currency, ExportWriter out) {
        this.records = records;
        this.person = person;
        this.currency = currency;
        this.out = out;
    }

    void write() {
        records.each(Topics.LEDGER_IMPORTS, (position, part) -> write(part, position));
    }

    private void write(LedgerPart part, String position) {
        part.getLedgers().stream()
                .filter(ledger -> isOfThePerson(ledger.getIdentity()))
                .forEach(ledger -> write(ledger, position));
        part.getAttributes().stream()
                .filter(set -> isOfThePerson(PartLines.identity(part, set)))
                .forEach(set -> write("imported-attribute", position, PartLines.attribute(part, set)));
        part.getConsents().stream()
                .filter(set -> isOfThePerson(set.getIdentity()))
                .forEach(set -> write("imported-consent", position, PartLines.consent(set)));
        part.getLinks().stream()
                .filter(link -> person.hasAnyOf(List.of(link.getFirst(), link.getSecond())))
                .forEach(link -> out.write("imported-link", position, link));
    }

    private boolean isOfThePerson(String identity) {
        return person.identities().contains(identity);
    }

    /** What is no ledger was not imported, and is among the failed records. */
    private void write(IdentityLedger ledger, String position) {
        RelationshipLedger entries;
        try {
            entries = RelationshipLedger.fromBytes(LedgerPieces.joined(ledger));
        } catch (LedgerFormatException e) {
            return;
        }
        write("imported-ledger", position, PartLines.ledger(ledger, entries));
        LedgerEvents.of(person.customer(), entries, currency)
                .forEach(event -> write("imported-event", position, event.toJson()));
    }

    private void write(String type, String position, ObjectNode line) {
        ObjectNode placed = ExportWriter.object().put("position", position);
        placed.setAll(line);
        out.write(type, placed);
    }
}
