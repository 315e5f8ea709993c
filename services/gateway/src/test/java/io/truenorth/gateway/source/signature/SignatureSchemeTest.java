package io.truenorth.gateway.source.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.gateway.source.SourceDocument;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemes of the shipped sources, each with a sender of its own that signs as that system does. */
class SignatureSchemeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String URL = "https://in.example.org/v1/sources/x?a=b";
    private static final String SECRET = "correct horse battery staple";
    private static final KeyPair KEYS = keyPair();

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

    @ParameterizedTest
    @MethodSource("senders")
    void aGenuineRequestIsBelieved(Sender sender) throws Exception {
        assertThat(rejection(sender, "{}", signed(sender, "{}", NOW), sender.secret))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("senders")
    void anAlteredBodyIsNot(Sender sender) throws Exception {
        assertThat(rejection(sender, "{ }", signed(sender, "{}", NOW), sender.secret))
                .hasValueSatisfying(reason -> assertThat(reason).contains("is not that of this request"));
    }

    @ParameterizedTest
    @MethodSource("senders")
    void aForgedSignatureIsNot(Sender sender) throws Exception {
        Map<String, String> forged = sender.signer.sign("{}", "another secret", NOW);

        assertThat(rejection(sender, "{}", forged, sender.secret))
                .hasValueSatisfying(reason -> assertThat(reason).contains("is not that of this request"));
    }

    @ParameterizedTest
    @MethodSource("senders")
    void withoutSignatureItIsNot(Sender sender) {
        assertThat(rejection(sender, "{}", Map.of(), sender.secret))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("expected a signature in the header"));
    }

    @ParameterizedTest
    @MethodSource("senders")
    void aMalformedSignatureIsNot(Sender sender) throws Exception {
        Map<String, String> malformed = new TreeMap<>(signed(sender, "{}", NOW));
        malformed.replaceAll(
                (name, value) -> name.endsWith("Timestamp") ? value : value.replaceAll("[0-9a-zA-Z+/]{6}=?=?$", "~~"));

        assertThat(rejection(sender, "{}", malformed, sender.secret)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("senders")
    void whileSecretsAreChangedTheOldOneFitsToo(Sender sender) throws Exception {
        String other = sender.source.equals("sendgrid") ? publicKey(keyPair()) : "a new secret";

        assertThat(rejection(sender, "{}", signed(sender, "{}", NOW), other, sender.secret))
                .isEmpty();
        assertThat(rejection(sender, "{}", signed(sender, "{}", NOW), other)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("senders")
    void aRequestThatIsKeptAndSentAgainIsNotWhereItsTimeIsSigned(Sender sender) throws Exception {
        Map<String, String> stale = signed(sender, "{}", NOW.minusSeconds(301));
        Map<String, String> ahead = signed(sender, "{}", NOW.plusSeconds(301));

        if (sender.hasTime()) {
            assertThat(rejection(sender, "{}", stale, sender.secret))
                    .hasValue("signed 301 s ago, expected within 300 s");
            assertThat(rejection(sender, "{}", ahead, sender.secret))
                    .hasValue("signed 301 s ahead, expected within 300 s");
            assertThat(rejection(sender, "{}", signed(sender, "{}", NOW.minusSeconds(299)), sender.secret))
                    .isEmpty();
        } else {
            assertThat(rejection(sender, "{}", stale, sender.secret)).isEmpty();
        }
    }

    @Test
    void aTimeThatIsRenewedBreaksTheSignature() throws Exception {
        Sender hubspot = sender("hubspot");
        Map<String, String> renewed = new TreeMap<>(signed(hubspot, "{}", NOW.minusSeconds(9999)));
        renewed.put("X-HubSpot-Request-Timestamp", Long.toString(NOW.toEpochMilli()));

        assertThat(rejection(hubspot, "{}", renewed, SECRET))
                .hasValue("the signature in the header X-HubSpot-Signature-v3 is not that of this request");
    }

    @Test
    void aMissingOrBrokenTimeIsNamed() throws Exception {
        Sender hubspot = sender("hubspot");
        Map<String, String> headers = new TreeMap<>(signed(hubspot, "{}", NOW));
        headers.remove("X-HubSpot-Request-Timestamp");

        assertThat(rejection(hubspot, "{}", headers, SECRET))
                .hasValue("expected the time of signing in the header X-HubSpot-Request-Timestamp, but missing");
        headers.put("X-HubSpot-Request-Timestamp", "noon");
        headers.put("X-HubSpot-Signature-v3", base64("HmacSHA256", SECRET, "POST" + URL + "{}noon"));
        assertThat(rejection(hubspot, "{}", headers, SECRET))
                .hasValue(
                        "expected the time of signing in the header X-HubSpot-Request-Timestamp in epoch milliseconds");
    }

    @Test
    void mailgunSignsAPartOfTheBody() throws Exception {
        SignatureScheme mailgun = scheme("mailgun");
        String time = Long.toString(NOW.getEpochSecond());
        String body = "{\"signature\":{\"timestamp\":\"%s\",\"token\":\"t-1\",\"signature\":\"%s\"}}"
                .formatted(time, hex("HmacSHA256", SECRET, time + "t-1"));

        assertThat(rejection(mailgun, body, Map.of(), SECRET)).isEmpty();
        assertThat(rejection(mailgun, body.replace("t-1", "t-2"), Map.of(), SECRET))
                .hasValue("the signature in /signature/signature of the body is not that of this request");
        assertThat(rejection(mailgun, "{}", Map.of(), SECRET))
                .hasValue("expected a signature in /signature/signature of the body, but missing");
        assertThat(rejection(mailgun, "no JSON", Map.of(), SECRET)).isPresent();
    }

    @Test
    void standardWebhooksMayCarrySeveralSignatures() throws Exception {
        SignatureScheme standard = SignatureSchemes.of("{ scheme: standard-webhooks }");
        String key = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
        String time = Long.toString(NOW.getEpochSecond());
        String right = Base64.getEncoder().encodeToString(mac.doFinal(("msg_1." + time + ".{}").getBytes(UTF_8)));
        Map<String, String> headers = new TreeMap<>(Map.of(
                "webhook-id", "msg_1", "webhook-timestamp", time, "webhook-signature", "v1,AAAA v1a,xx v1," + right));

        assertThat(rejection(standard, "{}", headers, "whsec_" + key)).isEmpty();
        assertThat(rejection(standard, "{}", headers, key)).isEmpty();
        headers.put("webhook-id", "msg_2");
        assertThat(rejection(standard, "{}", headers, key)).isPresent();
        headers.remove("webhook-id");
        assertThat(rejection(standard, "{}", headers, key))
                .hasValue("expected all that is signed, but a part of it is missing");
    }

    @Test
    void anExampleOfTheStandardWebhooksSpecificationIsBelieved() {
        Map<String, String> headers = Map.of(
                "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "webhook-timestamp", "1614265330",
                "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        SignatureScheme standard = SignatureSchemes.of("{ scheme: standard-webhooks }");

        assertThat(standard.rejection(
                        request("{\"test\": 2432232314}", headers, Map.of()),
                        List.of(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
                        Instant.ofEpochSecond(1614265330)))
                .isEmpty();
    }

    @Test
    void basicCredentialsAreCompared() {
        SignatureScheme basic = scheme("postmark");
        String right = "Basic " + Base64.getEncoder().encodeToString("ann:päss".getBytes(UTF_8));

        assertThat(rejection(basic, "", Map.of("Authorization", right), "ann:päss"))
                .isEmpty();
        assertThat(rejection(basic, "", Map.of("Authorization", right.replace("Basic", "basic")), "ann:päss"))
                .isEmpty();
        assertThat(rejection(basic, "", Map.of("Authorization", right), "ann:pass"))
                .hasValue("other credentials in the header Authorization");
        assertThat(rejection(basic, "", Map.of("Authorization", "Basic ~"), "ann:päss"))
                .hasValue("expected base64 in the header Authorization");
        assertThat(rejection(basic, "", Map.of("Authorization", "Bearer x"), "ann:päss"))
                .hasValue("expected Basic and credentials in the header Authorization");
    }

    @Test
    void aSharedSecretMayStandInAHeaderTheQueryOrTheBody() {
        assertThat(rejection(scheme("freshdesk"), "", Map.of("X-Truenorth-Secret", SECRET), SECRET))
                .isEmpty();
        assertThat(rejection(scheme("freshdesk"), "", Map.of("X-Truenorth-Secret", "guess"), SECRET))
                .hasValue("another secret in the header X-Truenorth-Secret");
        assertThat(rejection(scheme("gosquared"), "{\"site_token\":\"" + SECRET + "\"}", Map.of(), SECRET))
                .isEmpty();
        assertThat(rejection(scheme("gosquared"), "{}", Map.of(), SECRET))
                .hasValue("expected the secret in /site_token of the body, but missing");
        RawRequest withQuery = request("", Map.of(), Map.of("secret", SECRET));
        assertThat(scheme("appfollow").rejection(withQuery, List.of(new Secret(SECRET)), NOW))
                .isEmpty();
        assertThat(scheme("appfollow").rejection(withQuery, List.of(new Secret("other")), NOW))
                .isPresent();
    }

    @Test
    void withoutSecretsNothingIsBelieved() throws Exception {
        for (Sender sender : senders().toList()) {
            assertThat(rejection(sender, "{}", signed(sender, "{}", NOW)))
                    .as(sender.source)
                    .isPresent();
        }
    }

    @Test
    void noReasonShowsASecret() throws Exception {
        for (Sender sender : senders().toList()) {
            assertThat(rejection(sender, "{}", sender.signer.sign("{}", "other", NOW), sender.secret)
                            .orElseThrow())
                    .doesNotContain(sender.secret);
        }
    }

    @Test
    void unusableSecretsAreToldBeforeTheyAreNeeded() {
        assertThat(scheme("sendgrid").flawOf(new Secret("no key")))
                .hasValue("expected the public key of an elliptic curve (X.509) in base64");
        assertThat(scheme("sendgrid").flawOf(new Secret(publicKey(KEYS)))).isEmpty();
        assertThat(scheme("postmark").flawOf(new Secret("ann"))).hasValue("expected user:password");
        assertThat(SignatureSchemes.of("{ scheme: standard-webhooks }").flawOf(new Secret("whsec_~")))
                .hasValue("expected a secret in base64");
        assertThat(scheme("github").flawOf(new Secret(SECRET))).isEmpty();
    }

    @Test
    void whereNothingIsCheckedThatIsKnown() {
        SignatureScheme none = SignatureSchemes.of("{ scheme: none }");

        assertThat(none.checks()).isFalse();
        assertThat(rejection(none, "", Map.of())).isEmpty();
    }

    private static Sender hmac(String source, Signer signer) {
        return new Sender(source, SECRET, SECRET, Duration.ZERO, signer);
    }

    private static Sender timed(String source, String secret, Signer signer) {
        return new Sender(source, secret, SECRET, Duration.ofMinutes(5), signer);
    }

    private static Sender sender(String source) {
        return senders()
                .filter(sender -> sender.source.equals(source))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> signed(Sender sender, String body, Instant at) throws Exception {
        return sender.signer.sign(body, sender.key, at);
    }

    private static SignatureScheme scheme(String source) {
        return SourceDocument.shipped(source)
                .orElseThrow()
                .webhook()
                .orElseThrow()
                .signature();
    }

    private static Optional<String> rejection(
            Sender sender, String body, Map<String, String> headers, String... secrets) {
        return rejection(scheme(sender.source), body, headers, secrets);
    }

    private static Optional<String> rejection(
            SignatureScheme scheme, String body, Map<String, String> headers, String... secrets) {
        return scheme.rejection(
                request(body, headers, Map.of()),
                Stream.of(secrets).map(Secret::new).toList(),
                NOW);
    }

    private static RawRequest request(String body, Map<String, String> headers, Map<String, String> query) {
        return new RawRequest(body.getBytes(UTF_8), headers, query, "POST", URL);
    }

    private static String hex(String algorithm, String key, String text) throws Exception {
        return HexFormat.of().formatHex(mac(algorithm, key, text));
    }

    private static String base64(String algorithm, String key, String text) throws Exception {
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

    private static String publicKey(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
