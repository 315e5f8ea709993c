package io.truenorth.cli.privacy;

import io.truenorth.cli.privacy.export.DataSubject;
import io.truenorth.cli.privacy.export.LedgerExport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whom an erasure concerns, as the streams service knows them.
 *
 * @param type {@code preview}, which tells it from other lines
 * @param system the gateway that requests go to, and the topics of its deployment
 * @param customer the id of the customer who has the identity
 * @param identities the values of all identities of the customer, by namespace; personal ones as pseudonyms
 * @param events how many events are stored of the customer
 * @param since the day of the first of them, UTC; empty if there is none
 */
record ErasurePreview(
        String type,
        String system,
        String customer,
        Map<String, List<String>> identities,
        long events,
        Optional<LocalDate> since) {

    static ErasurePreview of(String system, DataSubject person, LedgerExport stored) {
        Map<String, List<String>> identities = new TreeMap<>();
        for (String identity : person.identities()) {
            String[] halves = identity.split(":", 2);
            identities
                    .computeIfAbsent(halves[0], namespace -> new ArrayList<>())
                    .add(halves[1]);
        }
        return new ErasurePreview(
                "preview", system, person.customer(), identities, stored.eventCount(), stored.firstDay());
    }

    /**
     * The preview as text.
     *
     * @param verb what happens to them, such as {@code erases}
     */
    List<String> lines(String verb) {
        int count = identities.values().stream().mapToInt(List::size).sum();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s %s at %s: %s, %s%s",
                verb,
                customer,
                system,
                count == 1 ? "one identity" : String.format(Locale.ROOT, "%,d identities", count),
                events == 1 ? "one event" : String.format(Locale.ROOT, "%,d events", events),
                since.map(day -> " since " + day).orElse("")));
        identities.forEach((namespace, values) -> lines.add("  " + namespace + ": " + String.join(", ", values)));
        return lines;
    }
}
