package io.truenorth.gateway.sources.signature;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.gateway.sources.signature.SignedParts.Part;
import io.truenorth.service.config.Secret;
import java.time.Duration;
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

    /** The schemes, by their names in a document. */
    enum Name {
        NONE,
        SHARED_SECRET,
        BASIC,
        HMAC,
        ECDSA,
        STRIPE,
        STANDARD_WEBHOOKS
    }

    /** The scheme that a section describes. */
    static SignatureScheme read(DocumentNode node) {
        DocumentSection section = node.section();
        return switch (section.required("scheme").oneOf(Name.class, Name.NONE)) {
            case NONE -> new None();
            case BASIC -> new BasicAuth();
            case SHARED_SECRET -> new SharedSecret(Fragment.read(section));
            case HMAC -> hmac(section);
            case ECDSA ->
                new DigestScheme(
                        Fragment.read(section), encoding(section, Encoding.BASE64), signed(section), new Ecdsa());
            case STRIPE -> stripe(window(section.at("window")));
            case STANDARD_WEBHOOKS -> standardWebhooks(window(section.at("window")));
        };
    }

    private static SignatureScheme hmac(DocumentSection section) {
        return new DigestScheme(
                Fragment.read(section),
                encoding(section, Encoding.HEX),
                signed(section),
                new Hmac(
                        section.at("algorithm").oneOf(Hmac.Algorithm.class, Hmac.Algorithm.SHA256),
                        section.at("secretEncoding").oneOf(Encoding.class, Encoding.TEXT)));
    }

    /** {@code Stripe-Signature: t=…,v1=…} over time, a point and the body. */
    private static SignatureScheme stripe(Duration window) {
        RequestLocation header = new RequestLocation.Header("Stripe-Signature");
        SignedTime time = new SignedTime(new Fragment(header, ",", "t="), SignedTime.Form.SECONDS, window);
        return new DigestScheme(
                new Fragment(header, ",", "v1="),
                Encoding.HEX,
                new SignedParts(List.of(new Part.Time(), new Part.Literal("."), new Part.Body()), Optional.of(time)),
                new Hmac(Hmac.Algorithm.SHA256, Encoding.TEXT));
    }

    /** {@code webhook-signature: v1,… v1,…} over id, time and body with points between them. */
    private static SignatureScheme standardWebhooks(Duration window) {
        RequestLocation id = new RequestLocation.Header("webhook-id");
        SignedTime time = new SignedTime(
                Fragment.whole(new RequestLocation.Header("webhook-timestamp")), SignedTime.Form.SECONDS, window);
        Part point = new Part.Literal(".");
        return new DigestScheme(
                new Fragment(new RequestLocation.Header("webhook-signature"), " ", "v1,"),
                Encoding.BASE64,
                new SignedParts(
                        List.of(new Part.At(id), point, new Part.Time(), point, new Part.Body()), Optional.of(time)),
                new Hmac(Hmac.Algorithm.SHA256, Encoding.BASE64));
    }

    private static Encoding encoding(DocumentSection section, Encoding usual) {
        DocumentNode node = section.at("encoding");
        Encoding encoding = node.oneOf(Encoding.class, usual);
        if (encoding == Encoding.TEXT) {
            node.problem("expected hex or base64");
        }
        return encoding;
    }

    private static SignedParts signed(DocumentSection section) {
        DocumentNode time = section.at("time");
        DocumentNode window = section.at("window");
        Optional<SignedTime> signedTime = time.isPresent() ? Optional.of(time(time, window)) : Optional.empty();
        if (window.isPresent() && !time.isPresent()) {
            window.problem("expected only with time, without which the age of a request is unknown");
        }
        return new SignedParts(SignedParts.readParts(section.at("signed"), signedTime.isPresent()), signedTime);
    }

    private static SignedTime time(DocumentNode node, DocumentNode window) {
        DocumentSection section = node.section();
        return new SignedTime(
                Fragment.read(section),
                section.at("unit").oneOf(SignedTime.Form.class, SignedTime.Form.SECONDS),
                window(window));
    }

    private static Duration window(DocumentNode node) {
        Duration window = node.duration(Duration.ofMinutes(5));
        if (window.isZero() || window.compareTo(Duration.ofDays(7)) > 0) {
            node.problem("expected a duration up to 7d, above 0");
        }
        return window;
    }
}
