package io.truenorth.gateway.sources.signature;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.gateway.sources.signature.SignedParts.Part;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code signature} of a document. */
public final class SignatureReader {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);

    /** The schemes by their names in a document. */
    private enum Scheme {
        NONE,
        SHARED_SECRET,
        BASIC,
        HMAC,
        ECDSA,
        STRIPE,
        STANDARD_WEBHOOKS
    }

    private SignatureReader() {}

    /** The scheme that a section describes. */
    public static SignatureScheme read(DocumentNode node) {
        DocumentSection section = node.section();
        return switch (section.required("scheme").oneOf(Scheme.class, Scheme.NONE)) {
            case NONE -> new SignatureScheme.None();
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
        Duration window = node.duration(WINDOW);
        if (window.isZero() || window.compareTo(LONGEST_WINDOW) > 0) {
            node.problem("expected a duration up to 7d, above 0");
        }
        return window;
    }
}
