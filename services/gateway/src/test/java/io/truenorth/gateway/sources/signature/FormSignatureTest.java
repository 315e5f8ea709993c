package io.truenorth.gateway.sources.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.gateway.OpenSslCommand;
import io.truenorth.service.config.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures over the fields of forms, as Twilio and Paddle make them. */
class FormSignatureTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TOKEN = "12345";
    private static final SignatureScheme TWILIO = SignatureSchemes.of(
            "{ scheme: hmac, at: \"header:X-Twilio-Signature\", algorithm: sha1, encoding: base64, signed: [ url, { form: sorted } ] }");

    @TempDir
    private Path directory;

    @Test
    void twilioSignsTheUrlAndTheSortedFields() {
        String body = "To=%2B18005551212&Digits=1234&From=%2B14158675310&Body=Gr%C3%BCezi+%26+ciao&CallSid=CA1";
        String signature = OpenSslCommand.base64(OpenSslCommand.hmac(
                "sha1",
                TOKEN,
                SigningSystems.URL + "BodyGrüezi & ciaoCallSidCA1Digits1234From+14158675310To+18005551212"));

        assertThat(twilio(body, FORM, signature)).isEmpty();
        assertThat(twilio(body.replace("1234", "1235"), FORM, signature)).isPresent();
        assertThat(twilio(body + "&More=1", FORM, signature)).isPresent();
    }

    @Test
    void theSameFieldsInMultipartHaveTheSameSignature() {
        String body = "--xx\r\nContent-Disposition: form-data; name=\"To\"\r\n\r\n7\r\n"
                + "--xx\r\nContent-Disposition: form-data; name=\"From\"\r\n\r\n8\r\n--xx--\r\n";
        String signature = OpenSslCommand.base64(OpenSslCommand.hmac("sha1", TOKEN, SigningSystems.URL + "From8To7"));

        assertThat(twilio(body, "multipart/form-data; boundary=xx", signature)).isEmpty();
        assertThat(twilio("From=8&To=7", FORM, signature)).isEmpty();
    }

    @Test
    void aBodyThatIsNoFormIsNotCoveredByASignatureOverTheUrl() {
        String signature = OpenSslCommand.base64(OpenSslCommand.hmac("sha1", TOKEN, SigningSystems.URL));

        assertThat(twilio("{\"a\":1}", "application/json", signature))
                .hasValue("expected every signed part, but one is missing");
        assertThat(twilio("a=%zz", FORM, signature)).isPresent();
        assertThat(twilio("", FORM, signature)).isEmpty();
    }

    @Test
    void paddleSignsTheFieldsAsPhpSerializesThem() {
        OpenSslCommand.Keys keys = OpenSslCommand.rsa(directory);
        SignatureScheme paddle = SignatureSchemes.of(
                "{ scheme: rsa, at: /p_signature, algorithm: sha1, encoding: base64, signed: [ { form: php } ] }");
        String serialized =
                "a:4:{i:7;s:5:\"seven\";s:10:\"alert_name\";s:17:\"payment_succeeded\";s:5:\"email\";s:15:\"ann@example.org\";"
                        + "s:4:\"name\";s:4:\"Zoë\";}";
        String body = "alert_name=payment_succeeded&name=Zo%C3%AB&7=seven&email=ann%40example.org&p_signature=%s";
        String signed = body.replace(
                "%s", OpenSslCommand.base64(keys.sign("sha1", serialized)).replace("+", "%2B"));

        assertThat(rejection(paddle, signed, keys.pem())).isEmpty();
        assertThat(rejection(paddle, signed, OpenSslCommand.base64(keys.x509())))
                .isEmpty();
        assertThat(rejection(paddle, signed, keys.pem().replace("\n", "\\n"))).isEmpty();
        assertThat(rejection(paddle, signed.replace("Zo%C3%AB", "Zoe"), keys.pem()))
                .isPresent();
        assertThat(rejection(paddle, signed, OpenSslCommand.rsa(directory).pem()))
                .isPresent();
        assertThat(paddle.problemWith(new Secret("hush")))
                .hasValue("expected a public RSA key (X.509) in base64 or PEM");
    }

    private static Optional<String> twilio(String body, String contentType, String signature) {
        return TWILIO.rejection(
                new RawRequest(
                        body.getBytes(contentType.equals(FORM) ? UTF_8 : ISO_8859_1),
                        Map.of("Content-Type", contentType, "X-Twilio-Signature", signature),
                        Map.of(),
                        "POST",
                        SigningSystems.URL),
                List.of(new Secret(TOKEN)),
                SigningSystems.NOW);
    }

    private static Optional<String> rejection(SignatureScheme scheme, String body, String key) {
        return scheme.rejection(
                SigningSystems.request(body, Map.of("Content-Type", FORM), Map.of()),
                List.of(new Secret(key)),
                SigningSystems.NOW);
    }
}
