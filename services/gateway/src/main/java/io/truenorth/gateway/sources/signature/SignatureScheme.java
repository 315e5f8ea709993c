package io.truenorth.gateway.sources.signature;

import io.truenorth.service.config.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the requests of a source are authenticated. */
public sealed interface SignatureScheme permits SignatureScheme.None, SharedSecret, BasicAuth, DigestScheme {

    /**
     * Why a request is rejected, in words that may be told to its sender; empty if it is genuine.
     *
     * @param secrets the valid secrets, of which one must match; several during a rotation
     * @param now the current time, for schemes that sign one
     */
    Optional<String> rejection(RawRequest request, List<Secret> secrets, Instant now);

    /** What is wrong with a secret of this scheme, without showing it; empty if it is valid. */
    Optional<String> problemWith(Secret secret);

    /** A description of the scheme, in a few words. */
    String description();

    /** Whether requests are authenticated at all. Otherwise the gateway should be reachable from loopback only. */
    default boolean checks() {
        return true;
    }

    /** The value of {@code WWW-Authenticate} for requests without credentials; some senders wait for it. */
    default Optional<String> challenge() {
        return Optional.empty();
    }

    /** Every request is accepted. */
    record None() implements SignatureScheme {

        @Override
        public Optional<String> rejection(RawRequest request, List<Secret> secrets, Instant now) {
            return Optional.empty();
        }

        @Override
        public Optional<String> problemWith(Secret secret) {
            return Optional.of("expected no secret, as requests are not authenticated");
        }

        @Override
        public String description() {
            return "nothing, every request is accepted";
        }

        @Override
        public boolean checks() {
            return false;
        }
    }
}
