package io.truenorth.cli.privacy.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.contract.LedgerPart;
import io.truenorth.query.IdentitiesReport;
import io.truenorth.query.IdentitiesReport.Link;
import io.truenorth.query.QueryClient;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.schemas.serde.LedgerPieces;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Exports what the streams service stores of a person: identities, links, ledger, attributes, consent. */
public final class LedgerExport {
    private final DataSubject person;
    private final List<LedgerPart> parts;
    private final long reactionWindow;
    private final String currency;

    private LedgerExport(DataSubject person, List<LedgerPart> parts, long reactionWindow, String currency) {
        this.person = person;
        this.parts = parts;
        this.reactionWindow = reactionWindow;
        this.currency = currency;
    }

    /**
     * Reads what is stored.
     *
     * @param reactionWindow of the deployment, in ms
     * @param currency of its money, by ISO 4217
     */
    public static LedgerExport read(QueryClient queries, DataSubject person, long reactionWindow, String currency)
            throws IOException {
        return new LedgerExport(person, StoredLedgers.partsOf(queries, person.customer()), reactionWindow, currency);
    }

    /** Writes the events alone, as a history. */
    public void writeEvents(ExportWriter out) {
        events().forEach(out::writeEvent);
    }

    private List<EventLine> events() {
        RelationshipLedger union = StoredLedgers.union(parts, reactionWindow);
        return LedgerEvents.of(person.customer(), union, currency);
    }

    /** How many events are stored; retractions, which take back, are none. */
    public long eventCount() {
        return events().stream().filter(event -> event.retracts().isEmpty()).count();
    }

    /** The day of the first entry; empty if nothing is stored. */
    public Optional<LocalDate> firstDay() {
        return events().stream().map(EventLine::day).min(LocalDate::compareTo);
    }

    /** Writes everything. */
    public void write(ExportWriter out) {
        person.report().ifPresent(report -> writeIdentities(report, out));
        events().forEach(event -> out.write("event", event.toJson()));
        parts.forEach(part -> writePart(part, out));
    }

    private static void writePart(LedgerPart part, ExportWriter out) {
        part.getLedgers().forEach(ledger -> {
            RelationshipLedger entries = RelationshipLedger.fromBytes(LedgerPieces.joined(ledger));
            out.write("ledger", PartLines.ledger(ledger, entries));
        });
        part.getAttributes().forEach(set -> out.write("attribute", PartLines.attribute(part, set)));
        part.getConsents().forEach(set -> out.write("consent", PartLines.consent(set)));
    }

    private void writeIdentities(IdentitiesReport report, ExportWriter out) {
        report.identities()
                .forEach(identity -> out.write(
                        "identity",
                        ExportWriter.object()
                                .put("identity", identity)
                                .put("customer", identity.equals(report.customer()))));
        report.links().forEach(link -> out.write("link", link(link)));
        report.refusals()
                .forEach(refused ->
                        out.write("refused-link", link(refused.link()).put("reason", refused.reason())));
        report.apart()
                .forEach(pair -> out.write(
                        "split-pair",
                        ExportWriter.object().put("first", pair.first()).put("second", pair.second())));
    }

    private static ObjectNode link(Link link) {
        return ExportWriter.object()
                .put("first", link.first())
                .put("second", link.second())
                .put("source", link.source())
                .put("eventId", link.eventId())
                .put("at", link.at().toString())
                .put("byHand", link.byHand());
    }
}
