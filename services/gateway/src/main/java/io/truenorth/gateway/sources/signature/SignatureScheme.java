package io.truenorth.gateway.sources.signature;

import io.truenorth.service.config.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How requests of a source are checked. */
public sealed interface SignatureScheme permits NoSignature, SharedSecret, BasicAuth, DigestScheme {

    /**
     * Why a request is refused, in words that may be told to its sender; nothing if it is genuine.
     *
     * @param secrets those that are valid now: one of them must fit; several while secrets are changed
     * @param now the time, for schemes that sign one
     */
    Optional<String> rejection(RawRequest request, List<Secret> secrets, Instant now);

    /** What is wrong with a secret of this scheme, without showing it; nothing if it can be used. */
    Optional<String> problemWith(Secret secret);

    /** What is checked, in a few words. */
    String description();

    /** Whether anything is checked at all. Where it is not, a gateway should not be reached from beyond loopback. */
    default boolean checks() {
        return true;
    }

    /** What to ask senders for who show nothing, as {@code WWW-Authenticate} has it; some send nothing before they are asked. */
    default Optional<String> challenge() {
        return Optional.empty();
    }
}
