package io.truenorth.cli.privacy.export;

import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.StageTransition;
import io.truenorth.deployment.Deployment;
import io.truenorth.schemas.Topics;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Exports what the topics have of a person. A record is the person's by its fields: its customer or its identities. One of somebody
 * else that has an identity of the person as the value of an attribute is exported as uncertain.
 */
public final class TopicExport implements Closeable {
    private final DataSubject person;
    private final ExportWriter out;
    private final TopicRecords records;
    private final TouchpointExport touchpoints;
    private final ImportExport imports;
    private final FailedExport failed;

    /**
     * An export of a person.
     *
     * @param typed the identity that was asked for, as senders have it
     * @param progress receives the name of each topic before it is read
     */
    public TopicExport(
            Deployment deployment, DataSubject person, String typed, ExportWriter out, Consumer<String> progress) {
        this.person = person;
        this.out = out;
        this.records = new TopicRecords(deployment, progress);
        this.touchpoints = new TouchpointExport(records, person, out);
        this.imports = new ImportExport(records, person, deployment.currency(), out);
        this.failed = new FailedExport(
                records, new FailedBodies(person, typed, body -> records.decoded(Topics.TOUCHPOINTS, body)), out);
    }

    /** Writes everything. */
    public void write() {
        List<PrivacyReceipt> receipts = new ArrayList<>();
        List<IdentityEvent> conflicts = new ArrayList<>();
        writeReceipts(receipts);
        writeIdentityEvents(conflicts);
        touchpoints.write(new ReferenceClaims(receipts, conflicts));
        imports.write();
        writeScores();
        writeRedirects();
        writeTransitions();
        writeRequests();
        failed.write();
    }

    /** Collects the receipts of all, as an erased claim of a reference does not count any more. */
    private void writeReceipts(List<PrivacyReceipt> all) {
        records.each(Topics.PRIVACY_RECEIPTS, (position, receipt) -> {
            all.add(receipt);
            if (receipt.getIdentities().stream().anyMatch(person.hashes()::contains)) {
                out.write("receipt", position, receipt);
            }
        });
    }

    /** Collects the conflicts of all, which say whose a reference is. */
    private void writeIdentityEvents(List<IdentityEvent> conflicts) {
        records.each(Topics.IDENTITY_EVENTS, (position, event) -> {
            if (ReferenceClaims.isConflict(event)) {
                conflicts.add(event);
            }
            List<String> names = NamedIdentities.of(event);
            if (person.hasAnyOf(names) || names.stream().anyMatch(person.hashes()::contains)) {
                out.write("identity-event", position, event);
            }
        });
    }

    private void writeScores() {
        records.latest(
                Topics.RELATIONSHIP_SCORES,
                (customer, score) -> person.identities().contains(customer)
                        || person.hasAnyOf(score.getAttributes().values()),
                (position, score) ->
                        out.write("score", position, score, person.identities().contains(score.getCustomer())));
    }

    private void writeRedirects() {
        records.latestBytes(
                        Topics.CUSTOMER_REDIRECTS,
                        (from, record) -> person.hasAnyOf(List.of(from, TopicRecords.text(record.value()))))
                .forEach((from, record) -> out.write(
                        "redirect",
                        ExportWriter.object().put("from", from).put("to", TopicRecords.text(record.value()))));
    }

    private void writeTransitions() {
        records.each(Topics.STAGE_TRANSITIONS, (position, transition) -> {
            boolean certain = person.hasAnyOf(NamedIdentities.of(transition));
            if (certain || isMentioned(transition)) {
                out.write("transition", position, transition, certain);
            }
        });
    }

    private boolean isMentioned(StageTransition transition) {
        return person.hasAnyOf(transition.getAttributes().values());
    }

    private void writeRequests() {
        records.each(Topics.IDENTITY_REQUESTS, (position, request) -> {
            if (person.hasAnyOf(NamedIdentities.of(request))) {
                out.write("request", position, request);
            }
        });
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
