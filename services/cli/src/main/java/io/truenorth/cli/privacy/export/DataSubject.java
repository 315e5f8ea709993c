package io.truenorth.cli.privacy.export;

import io.truenorth.query.IdentitiesReport;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom an export is of.
 *
 * @param asked the identity of the request, as stored
 * @param customer the id of the customer who has it; the identity itself if the streams service knows nothing of it
 * @param identities all identities of the customer, and the one asked for
 * @param report what the streams service knows of them; empty if nothing
 */
public record DataSubject(String asked, String customer, Set<String> identities, Optional<IdentitiesReport> report) {

    /** The person with an identity. */
    public static DataSubject of(String asked, Optional<IdentitiesReport> report) {
        Set<String> identities =
                new LinkedHashSet<>(report.map(IdentitiesReport::identities).orElse(List.of()));
        identities.add(asked);
        return new DataSubject(asked, report.map(IdentitiesReport::customer).orElse(asked), identities, report);
    }
}
