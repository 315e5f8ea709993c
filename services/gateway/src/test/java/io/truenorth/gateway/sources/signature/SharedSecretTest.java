package io.truenorth.gateway.sources.signature;

import static io.truenorth.gateway.sources.signature.SigningSystems.NOW;
import static io.truenorth.gateway.sources.signature.SigningSystems.SECRET;
import static io.truenorth.gateway.sources.signature.SigningSystems.rejection;
import static io.truenorth.gateway.sources.signature.SigningSystems.request;
import static io.truenorth.gateway.sources.signature.SigningSystems.scheme;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.service.config.Secret;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedSecretTest {
    @Test
    void basicCredentialsAreCompared() {
        SignatureScheme basic = scheme("postmark");
        String right = "Basic " + Base64.getEncoder().encodeToString("ann:päss".getBytes(UTF_8));

        assertThat(rejection(basic, "", Map.of("Authorization", right), "ann:päss"))
                .isEmpty();
        assertThat(rejection(basic, "", Map.of("Authorization", right.replace("Basic", "basic")), "ann:päss"))
                .isEmpty();
        assertThat(rejection(basic, "", Map.of("Authorization", right), "ann:pass"))
                .hasValue("wrong credentials in the header Authorization");
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
                .hasValue("wrong secret in the header X-Truenorth-Secret");
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
}
