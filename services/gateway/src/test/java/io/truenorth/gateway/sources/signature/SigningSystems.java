package io.truenorth.gateway.sources.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.truenorth.gateway.sources.document.SourceDocument;
import io.truenorth.service.config.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The systems of the shipped sources, each signing as it does, and what is asked of the schemes that check them. */
final class SigningSystems {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String URL = "https://in.example.org/v1/sources/x?a=b";
    static final String SECRET = "correct horse battery staple";
    static final KeyPair KEYS = keyPair();

    private SigningSystems() {}

    /** How a system signs: the body that it sends, and its headers. */
    @FunctionalInterface
    interface Signer {
        Map<String, String> sign(String body, String secret, Instant at) throws Exception;
    }

    /**
     * A system.
     *
     * @param secret as it is configured here
     * @param key what the sender signs with
     */
    record Sender(String source, String secret, String key, Duration window, Signer signer) {
        @Override
        public String toString() {
            return source;
        }

        boolean hasTime() {
            return !window.isZero();
        }
    }

    static Stream<Sender> senders() {
        return Stream.of(
                hmac(
                        "github",
                        (body, key, at) -> Map.of("X-Hub-Signature-256", "sha256=" + hex("HmacSHA256", key, body))),
                hmac(
                        "whatsapp",
                        (body, key, at) -> Map.of("x-hub-signature-256", "sha256=" + hex("HmacSHA256", key, body))),
                hmac("intercom", (body, key, at) -> Map.of("X-Hub-Signature", "sha1=" + hex("HmacSHA1", key, body))),
                hmac(
                        "delighted",
                        (body, key, at) ->
                                Map.of("X-Delighted-Webhook-Signature", "sha256=" + hex("HmacSHA256", key, body))),
                hmac("front", (body, key, at) -> Map.of("X-Front-Signature", base64("HmacSHA1", key, body))),
                hmac("groove", (body, key, at) -> Map.of("X-Groove-Signature", base64("HmacSHA1", key, body))),
                hmac("segment-webhook", (body, key, at) -> Map.of("X-Signature", hex("HmacSHA1", key, body))),
                hmac("shopify", (body, key, at) -> Map.of("X-Shopify-Hmac-Sha256", base64("HmacSHA256", key, body))),
                timed("stripe", SECRET, (body, key, at) -> {
                    String time = Long.toString(at.getEpochSecond());
                    return Map.of(
                            "Stripe-Signature", "t=" + time + ",v0=00,v1=" + hex("HmacSHA256", key, time + "." + body));
                }),
                timed("hubspot", SECRET, (body, key, at) -> {
                    String time = Long.toString(at.toEpochMilli());
                    return Map.of(
                            "X-HubSpot-Request-Timestamp",
                            time,
                            "X-HubSpot-Signature-v3",
                            base64("HmacSHA256", key, "POST" + URL + body + time));
                }),
                timed(
                        "zendesk",
                        SECRET,
                        (body, key, at) -> Map.of(
                                "X-Zendesk-Webhook-Signature-Timestamp", at.toString(),
                                "X-Zendesk-Webhook-Signature", base64("HmacSHA256", key, at + body))),
                timed("sendgrid", publicKey(KEYS), (body, key, at) -> {
                    String time = Long.toString(at.getEpochSecond());
                    return Map.of(
                            "X-Twilio-Email-Event-Webhook-Timestamp",
                            time,
                            "X-Twilio-Email-Event-Webhook-Signature",
                            ecdsa(key.equals(SECRET) ? KEYS : keyPair(), time + body));
                }));
    }

    private static Sender hmac(String source, Signer signer) {
        return new Sender(source, SECRET, SECRET, Duration.ZERO, signer);
    }

    private static Sender timed(String source, String secret, Signer signer) {
        return new Sender(source, secret, SECRET, Duration.ofMinutes(5), signer);
    }

    static Sender sender(String source) {
        return senders()
                .filter(sender -> sender.source.equals(source))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, String> signed(Sender sender, String body, Instant at) throws Exception {
        return sender.signer.sign(body, sender.key, at);
    }

    static SignatureScheme scheme(String source) {
        return SourceDocument.shipped(source)
                .orElseThrow()
                .webhook()
                .orElseThrow()
                .signature();
    }

    static Optional<String> rejection(Sender sender, String body, Map<String, String> headers, String... secrets) {
        return rejection(scheme(sender.source), body, headers, secrets);
    }

    static Optional<String> rejection(
            SignatureScheme scheme, String body, Map<String, String> headers, String... secrets) {
        return scheme.rejection(
                request(body, headers, Map.of()),
                Stream.of(secrets).map(Secret::new).toList(),
                NOW);
    }

    static RawRequest request(String body, Map<String, String> headers, Map<String, String> query) {
        return new RawRequest(body.getBytes(UTF_8), headers, query, "POST", URL);
    }

    static String hex(String algorithm, String key, String text) throws Exception {
        return HexFormat.of().formatHex(mac(algorithm, key, text));
    }

    static String base64(String algorithm, String key, String text) throws Exception {
        return Base64.getEncoder().encodeToString(mac(algorithm, key, text));
    }

    private static byte[] mac(String algorithm, String key, String text) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
        return mac.doFinal(text.getBytes(UTF_8));
    }

    private static String ecdsa(KeyPair keys, String text) throws Exception {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(text.getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    static String publicKey(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
