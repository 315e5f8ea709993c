package io.truenorth.gateway.sources.signature;

import static io.truenorth.gateway.sources.signature.SigningSystems.NOW;
import static io.truenorth.gateway.sources.signature.SigningSystems.SECRET;
import static io.truenorth.gateway.sources.signature.SigningSystems.URL;
import static io.truenorth.gateway.sources.signature.SigningSystems.base64;
import static io.truenorth.gateway.sources.signature.SigningSystems.hex;
import static io.truenorth.gateway.sources.signature.SigningSystems.rejection;
import static io.truenorth.gateway.sources.signature.SigningSystems.scheme;
import static io.truenorth.gateway.sources.signature.SigningSystems.sender;
import static io.truenorth.gateway.sources.signature.SigningSystems.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.gateway.sources.signature.SigningSystems.Sender;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HmacTest {
    @Test
    void aTimeThatIsRenewedBreaksTheSignature() throws Exception {
        Sender hubspot = sender("hubspot");
        Map<String, String> renewed = new TreeMap<>(signed(hubspot, "{}", NOW.minusSeconds(9999)));
        renewed.put("X-HubSpot-Request-Timestamp", Long.toString(NOW.toEpochMilli()));

        assertThat(rejection(hubspot, "{}", renewed, SECRET))
                .hasValue("the signature in the header X-HubSpot-Signature-v3 does not match this request");
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
                .hasValue("the signature in /signature/signature of the body does not match this request");
        assertThat(rejection(mailgun, "{}", Map.of(), SECRET))
                .hasValue("expected a signature in /signature/signature of the body, but missing");
        assertThat(rejection(mailgun, "no JSON", Map.of(), SECRET)).isPresent();
    }
}
