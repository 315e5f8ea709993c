package io.truenorth.gateway.sources.signature;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.gateway.sources.signature.RequestLocation.Fragment;
import io.truenorth.service.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the requests of a source are authenticated. */
public sealed interface SignatureScheme
        permits SignatureScheme.None, SignatureScheme.SharedSecret, SignatureScheme.BasicAuth, DigestScheme, SnsScheme {

    /**
     * Why a request is rejected, in words that may be told to its sender; empty if it is genuine.
     *
     * @param secrets the valid secrets, of which one must match; several during a rotation
     * @param now the current time, for schemes that sign one
     * @throws SenderUnreachableException if the sender has to be asked something first, and does not answer
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

    /** Whether there have to be secrets. */
    default boolean needsSecrets() {
        return checks();
    }

    /**
     * Completes the handshake that a genuine request is part of; whether it was one, and has no payload.
     *
     * @throws SenderUnreachableException if the sender has to be told something, and does not answer
     */
    default boolean completesHandshake(RawRequest request) {
        return false;
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

    /**
     * The request contains the secret itself.
     *
     * @param fragment where
     */
    record SharedSecret(Fragment fragment) implements SignatureScheme {

        @Override
        public Optional<String> rejection(RawRequest request, List<Secret> secrets, Instant now) {
            List<String> shown = fragment.in(request);
            if (shown.isEmpty()) {
                return Optional.of("expected the secret in " + fragment.shown() + ", but missing");
            }
            return isOneOf(secrets, shown.get(0).getBytes(StandardCharsets.UTF_8))
                    ? Optional.empty()
                    : Optional.of("wrong secret in " + fragment.shown());
        }

        @Override
        public String description() {
            return "a shared secret in " + fragment.shown();
        }

        @Override
        public Optional<String> problemWith(Secret secret) {
            return secret.reveal().isBlank() ? Optional.of("expected a secret, was empty") : Optional.empty();
        }
    }

    /** User and password in the header {@code Authorization}, as in a URL with {@code user:password@}. */
    record BasicAuth() implements SignatureScheme {

        private static final String SCHEME = "Basic ";

        @Override
        public Optional<String> rejection(RawRequest request, List<Secret> secrets, Instant now) {
            Optional<String> header = request.header("Authorization")
                    .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()));
            if (header.isEmpty()) {
                return Optional.of("expected Basic and credentials in the header Authorization");
            }
            Optional<byte[]> credentials = Encoding.BASE64.decode(
                    header.get().substring(SCHEME.length()).strip());
            if (credentials.isEmpty()) {
                return Optional.of("expected base64 in the header Authorization");
            }
            return isOneOf(secrets, credentials.get())
                    ? Optional.empty()
                    : Optional.of("wrong credentials in the header Authorization");
        }

        @Override
        public String description() {
            return "user and password in the header Authorization";
        }

        @Override
        public Optional<String> problemWith(Secret secret) {
            int colon = secret.reveal().indexOf(':');
            return colon > 0 && colon < secret.reveal().length() - 1
                    ? Optional.empty()
                    : Optional.of("expected user:password");
        }

        @Override
        public Optional<String> challenge() {
            return Optional.of("Basic realm=\"source\", charset=\"UTF-8\"");
        }
    }

    /** The schemes, by their names in a document. */
    enum Name {
        NONE,
        SHARED_SECRET,
        BASIC,
        HMAC,
        ECDSA,
        RSA,
        ED25519,
        SNS,
        STRIPE,
        STANDARD_WEBHOOKS
    }

    /** The scheme that a section describes, of requests with a body. */
    static SignatureScheme read(DocumentNode node) {
        return read(node, false);
    }

    /**
     * The scheme that a section describes.
     *
     * @param payloadInUrl whether the payload is in the query of the URL
     */
    static SignatureScheme read(DocumentNode node, boolean payloadInUrl) {
        DocumentSection section = node.section();
        return switch (section.required("scheme").oneOf(Name.class, Name.NONE)) {
            case NONE -> new None();
            case BASIC -> new BasicAuth();
            case SHARED_SECRET -> new SharedSecret(Fragment.read(section));
            case HMAC -> DigestScheme.hmac(section, payloadInUrl);
            case ECDSA -> DigestScheme.ecdsa(section, payloadInUrl);
            case RSA -> DigestScheme.rsa(section, payloadInUrl);
            case ED25519 -> DigestScheme.ed25519(section, payloadInUrl);
            case SNS -> SnsScheme.read(section);
            case STRIPE -> DigestScheme.stripe(section);
            case STANDARD_WEBHOOKS -> DigestScheme.standardWebhooks(section);
        };
    }

    /** Compares in constant time. */
    private static boolean isOneOf(List<Secret> secrets, byte[] shown) {
        return secrets.stream()
                .anyMatch(secret -> MessageDigest.isEqual(secret.reveal().getBytes(StandardCharsets.UTF_8), shown));
    }
}
