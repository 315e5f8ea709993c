package io.truenorth.cli.privacy.export;

import io.truenorth.identity.IdentityHash;
import io.truenorth.query.IdentitiesReport;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom an export is of.
 *
 * @param asked the identity of the request, as stored
 * @param customer the id of the customer who has it; the identity itself if the streams service knows nothing of it
 * @param identities all identities of the customer, and the one asked for
 * @param hashes of these identities, by which receipts name them
 * @param report what the streams service knows of them; empty if nothing
 */
public record DataSubject(
        String asked, String customer, Set<String> identities, Set<String> hashes, Optional<IdentitiesReport> report) {

    /** The person with an identity. */
    public static DataSubject of(String asked, Optional<IdentitiesReport> report) {
        Set<String> identities =
                new LinkedHashSet<>(report.map(IdentitiesReport::identities).orElse(List.of()));
        identities.add(asked);
        return new DataSubject(
                asked,
                report.map(IdentitiesReport::customer).orElse(asked),
                identities,
                identities.stream().map(IdentityHash::of).collect(Collectors.toUnmodifiableSet()),
                report);
    }

    /** Whether the person has one of some identities, each {@code namespace:value}. */
    boolean hasAnyOf(Collection<String> names) {
        return names.stream().anyMatch(identities::contains);
    }
}
