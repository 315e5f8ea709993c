package io.truenorth.dashboard.privacy;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An erasure: everything of these identities up to a time is gone.
 *
 * @param identities all that the customer had
 * @param at when it was executed, epoch ms; what is later is of a relationship that has begun anew
 */
public record ErasedIdentities(Set<HashedIdentity> identities, long at) {
    /** Copies the identities. */
    public ErasedIdentities {
        identities = Set.copyOf(identities);
    }

    /** An erasure of identities by their hashes as published; a text that is no hash is none of a known identity. */
    public static ErasedIdentities of(Collection<String> hashes, long at) {
        return new ErasedIdentities(
                hashes.stream()
                        .map(HashedIdentity::parse)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet()),
                at);
    }
}
