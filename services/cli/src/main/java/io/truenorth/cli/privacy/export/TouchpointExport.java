package io.truenorth.cli.privacy.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Exports the touchpoints of a person: those with one of the person's identities, and those that have no identity, but a reference of
 * the person's as their first one. Writes the references that are the person's, too.
 */
final class TouchpointExport {
    private static final String TYPE = "touchpoint";

    private final TopicRecords records;
    private final DataSubject person;
    private final ExportWriter out;

    TouchpointExport(TopicRecords records, DataSubject person, ExportWriter out) {
        this.records = records;
        this.person = person;
        this.out = out;
    }

    /** A touchpoint without an identity, with its position on the topic. */
    private record Unnamed(String position, Touchpoint touchpoint) {}

    /** @param owners of references, without claims yet */
    void write(ReferenceClaims owners) {
        Set<String> looked = new HashSet<>();
        Set<String> wanted = writeNamed();
        while (!wanted.isEmpty()) {
            looked.addAll(wanted);
            wanted = writeOwned(wanted, owners);
            wanted.removeAll(looked);
        }
    }

    /** Returns all references of the person's touchpoints. */
    private Set<String> writeNamed() {
        Set<String> references = new TreeSet<>();
        records.each(Topics.TOUCHPOINTS, (position, touchpoint) -> {
            boolean certain = person.hasAnyOf(NamedIdentities.of(touchpoint));
            if (certain) {
                references.addAll(ReferenceClaims.of(touchpoint));
            }
            if (certain || person.hasAnyOf(touchpoint.getAttributes().values())) {
                out.write(TYPE, position, touchpoint, certain);
            }
        });
        return references;
    }

    /** Returns the further references of the touchpoints that it writes: they belong to the person as the first one does. */
    private Set<String> writeOwned(Set<String> wanted, ReferenceClaims owners) {
        List<Unnamed> unnamed = new ArrayList<>();
        records.each(Topics.TOUCHPOINTS, (position, touchpoint) -> {
            List<String> references = ReferenceClaims.of(touchpoint);
            if (touchpoint.getIdentities().isEmpty()) {
                if (!references.isEmpty() && wanted.contains(references.get(0))) {
                    unnamed.add(new Unnamed(position, touchpoint));
                }
            } else {
                String identity =
                        NamedIdentities.name(touchpoint.getIdentities().get(0));
                references.stream()
                        .filter(wanted::contains)
                        .forEach(reference -> owners.claim(reference, identity, touchpoint));
            }
        });
        wanted.forEach(reference -> writeReference(reference, owners));
        Set<String> further = new TreeSet<>();
        unnamed.forEach(event -> {
            List<String> references = ReferenceClaims.of(event.touchpoint());
            ownedByThePerson(references.get(0), owners).ifPresent(owner -> {
                out.write(TYPE, event.position(), event.touchpoint());
                references.stream().skip(1).forEach(reference -> {
                    owners.claim(reference, owner, event.touchpoint());
                    further.add(reference);
                });
            });
        });
        return further;
    }

    private Optional<String> ownedByThePerson(String reference, ReferenceClaims owners) {
        return owners.owner(reference).filter(person.identities()::contains);
    }

    private void writeReference(String reference, ReferenceClaims owners) {
        ownedByThePerson(reference, owners).ifPresent(owner -> {
            ObjectNode line = ExportWriter.object().put("reference", reference).put("identity", owner);
            owners.evidence(reference)
                    .ifPresent(event -> line.put("eventId", event.eventId())
                            .put("occurredAt", Instant.ofEpochMilli(event.at()).toString()));
            out.write("reference", line);
        });
    }
}
