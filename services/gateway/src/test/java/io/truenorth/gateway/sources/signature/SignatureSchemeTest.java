package io.truenorth.gateway.sources.signature;

import static io.truenorth.gateway.sources.signature.SigningSystems.KEYS;
import static io.truenorth.gateway.sources.signature.SigningSystems.NOW;
import static io.truenorth.gateway.sources.signature.SigningSystems.SECRET;
import static io.truenorth.gateway.sources.signature.SigningSystems.keyPair;
import static io.truenorth.gateway.sources.signature.SigningSystems.publicKey;
import static io.truenorth.gateway.sources.signature.SigningSystems.rejection;
import static io.truenorth.gateway.sources.signature.SigningSystems.scheme;
import static io.truenorth.gateway.sources.signature.SigningSystems.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.gateway.sources.signature.SigningSystems.Sender;
import io.truenorth.service.config.Secret;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemes of the shipped sources, each with a sender of its own that signs as that system does. */
class SignatureSchemeTest {
    static Stream<Sender> senders() {
        return SigningSystems.senders();
    }

    @ParameterizedTest
    @MethodSource("senders")
    void aGenuineRequestIsBelieved(Sender sender) throws Exception {
        assertThat(rejection(sender, "{}", signed(sender, "{}", NOW), sender.secret()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("senders")
    void anAlteredBodyIsNot(Sender sender) throws Exception {
        assertThat(rejection(sender, "{ }", signed(sender, "{}", NOW), sender.secret()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("does not match this request"));
    }

    @ParameterizedTest
    @MethodSource("senders")
    void aForgedSignatureIsNot(Sender sender) throws Exception {
        Map<String, String> forged = sender.signer().sign("{}", "another secret", NOW);

        assertThat(rejection(sender, "{}", forged, sender.secret()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("does not match this request"));
    }

    @ParameterizedTest
    @MethodSource("senders")
    void withoutSignatureItIsNot(Sender sender) {
        assertThat(rejection(sender, "{}", Map.of(), sender.secret()))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("expected a signature in the header"));
    }

    @ParameterizedTest
    @MethodSource("senders")
    void aMalformedSignatureIsNot(Sender sender) throws Exception {
        Map<String, String> malformed = new TreeMap<>(signed(sender, "{}", NOW));
        malformed.replaceAll(
                (name, value) -> name.endsWith("Timestamp") ? value : value.replaceAll("[0-9a-zA-Z+/]{6}=?=?$", "~~"));

        assertThat(rejection(sender, "{}", malformed, sender.secret())).isPresent();
    }

    @ParameterizedTest
    @MethodSource("senders")
    void whileSecretsAreChangedTheOldOneFitsToo(Sender sender) throws Exception {
        String other = sender.source().equals("sendgrid") ? publicKey(keyPair()) : "a new secret";

        assertThat(rejection(sender, "{}", signed(sender, "{}", NOW), other, sender.secret()))
                .isEmpty();
        assertThat(rejection(sender, "{}", signed(sender, "{}", NOW), other)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("senders")
    void aRequestThatIsKeptAndSentAgainIsNotWhereItsTimeIsSigned(Sender sender) throws Exception {
        Map<String, String> stale = signed(sender, "{}", NOW.minusSeconds(301));
        Map<String, String> ahead = signed(sender, "{}", NOW.plusSeconds(301));

        if (sender.hasTime()) {
            assertThat(rejection(sender, "{}", stale, sender.secret()))
                    .hasValue("signed 301 s ago, expected within 300 s");
            assertThat(rejection(sender, "{}", ahead, sender.secret()))
                    .hasValue("signed 301 s ahead, expected within 300 s");
            assertThat(rejection(sender, "{}", signed(sender, "{}", NOW.minusSeconds(299)), sender.secret()))
                    .isEmpty();
        } else {
            assertThat(rejection(sender, "{}", stale, sender.secret())).isEmpty();
        }
    }

    @Test
    void withoutSecretsNothingIsBelieved() throws Exception {
        for (Sender sender : senders().toList()) {
            assertThat(rejection(sender, "{}", signed(sender, "{}", NOW)))
                    .as(sender.source())
                    .isPresent();
        }
    }

    @Test
    void noReasonShowsASecret() throws Exception {
        for (Sender sender : senders().toList()) {
            assertThat(rejection(sender, "{}", sender.signer().sign("{}", "other", NOW), sender.secret())
                            .orElseThrow())
                    .doesNotContain(sender.secret());
        }
    }

    @Test
    void unusableSecretsAreToldBeforeTheyAreNeeded() {
        assertThat(scheme("sendgrid").problemWith(new Secret("no key")))
                .hasValue("expected the public key of an elliptic curve (X.509) in base64 or PEM");
        assertThat(scheme("sendgrid").problemWith(new Secret(publicKey(KEYS)))).isEmpty();
        assertThat(scheme("postmark").problemWith(new Secret("ann"))).hasValue("expected user:password");
        assertThat(SignatureSchemes.of("{ scheme: standard-webhooks }").problemWith(new Secret("whsec_~")))
                .hasValue("expected a secret in base64");
        assertThat(scheme("github").problemWith(new Secret(SECRET))).isEmpty();
    }

    @Test
    void whereNothingIsCheckedThatIsKnown() {
        SignatureScheme none = SignatureSchemes.of("{ scheme: none }");

        assertThat(none.checks()).isFalse();
        assertThat(rejection(none, "", Map.of())).isEmpty();
    }
}
