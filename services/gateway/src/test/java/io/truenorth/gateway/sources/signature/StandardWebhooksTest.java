package io.truenorth.gateway.sources.signature;

import static io.truenorth.gateway.sources.signature.SigningSystems.NOW;
import static io.truenorth.gateway.sources.signature.SigningSystems.rejection;
import static io.truenorth.gateway.sources.signature.SigningSystems.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.service.config.Secret;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class StandardWebhooksTest {
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
        assertThat(rejection(standard, "{}", headers, key)).hasValue("expected every signed part, but one is missing");
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
}
