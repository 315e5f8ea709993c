package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.service.config.InvalidConfigException;
import io.truenorth.service.http.TokenHash;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceConfigurationTest extends DeclaredSources {
    @Test
    void mistakesInDocumentsAreNamedBeforeTheStart() {
        assertThatThrownBy(() -> start(
                        Map.of(
                                "desk",
                                DESK.replace("kind:", "knd:"),
                                "unsigned",
                                DESK.replaceAll("signature: .*", "signature: { scheme: none }")
                                        .replaceAll("secrets: .*", "")),
                        Map.of(
                                "TRUENORTH_GATEWAY_HTTP_HOST",
                                "0.0.0.0",
                                "TRUENORTH_GATEWAY_HTTP_TOKENS",
                                TokenHash.of("ops", "ops-token").toString())))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("desk.yaml")
                .hasMessageContaining("knd")
                .hasMessageContaining("source unsigned: its signature's scheme is none");
    }

    @Test
    void aSecretThatIsNotThereIsNamedBeforeTheStart() {
        assertThatThrownBy(() -> start(Map.of("desk", DESK.replace("DESK_SECRET", "NO_SUCH_SECRET")), Map.of()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("source desk: secrets: the variable NO_SUCH_SECRET is not set");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            secrets: [ "env:EMPTY" ]           | signature: { scheme: hmac, at: "header:X" }
            secrets: [ "env:BLANK" ]           | signature: { scheme: hmac, at: "header:X" }
            secrets: [ "env:BLANK" ]           | signature: { scheme: shared-secret, at: "header:X" }
            secrets: [ "file:/dev/null" ]      | signature: { scheme: shared-secret, at: "header:X" }
            secrets: [ "env:COLON" ]           | signature: { scheme: basic }
            secrets: [ "env:PREFIX" ]          | signature: { scheme: standard-webhooks }
            secrets: [ "env:EMPTY" ]           | signature: { scheme: stripe }
            secrets: [ "env:BLANK" ]           | signature: { scheme: ecdsa, at: "header:X" }
            secrets: []                        | signature: { scheme: hmac, at: "header:X" }
            """)
    void aSecretThatIsEmptyIsNone(String secrets, String signature) {
        String desk =
                DESK.replaceAll("secrets: .*", secrets.replace("$", "\\$")).replaceAll("signature: .*", signature);

        assertThatThrownBy(() -> start(
                        Map.of("desk", desk), Map.of("EMPTY", "", "BLANK", " \t\n", "COLON", ":", "PREFIX", "whsec_")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy/erase", "privacy/consent", "identities/split"})
    void aGatewayWhoseSourcesHaveKeysIsNotOpen(String request) throws IOException {
        start(Map.of("web", "accepts: segment\nkeys: [ \"" + TokenHash.of("web", "web-key") + "\" ]\n"), Map.of());
        String body = "{\"identity\": \"crm:c-17\"}";
        String[] json = {"Content-Type", "application/json"};
        String[] withKey = {"Content-Type", "application/json", "Authorization", "Bearer web-key"};

        assertThat(gateway.send("POST", "/v1/" + request, body, json).statusCode())
                .isEqualTo(401);
        HttpResponse<String> byKey = gateway.send("POST", "/v1/" + request, body, withKey);
        assertThat(byKey.statusCode()).isEqualTo(403);
        assertThat(byKey.body()).contains("the token web may not ", ".tokens lists those that may");
        assertThat(gateway.producer.history()).isEmpty();
    }

    /** Without tokens and write keys, a gateway is open unless one of its sources proves itself otherwise. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hmac | -                                                                                         | 401
            none | [ { when: { /event: hello }, token: { at: /token, secrets: [ "env:DESK_SECRET" ] } } ]     | 401
            none | [ { when: { /event: hello }, answer: /challenge } ]                                       | 202
            none | -                                                                                         | 202
            """)
    void aGatewayWhoseSourcesSignIsNotOpen(String scheme, String handshake, int status) throws IOException {
        String signed = scheme.equals("hmac")
                ? DESK
                : DESK.replaceAll("signature: .*", "signature: { scheme: none }")
                        .replaceAll("secrets: .*\n", "");
        startDesk(handshake.equals("-") ? signed : signed + "handshake: " + handshake + "\n");

        assertThat(statusOf("privacy/erase", "{\"identity\": \"crm:c-17\"}")).isEqualTo(status);
        assertThat(statusOf("privacy/consent", "{\"identity\": \"crm:c-17\", \"scoring\": true}"))
                .isEqualTo(status);
        assertThat(statusOf("identities/link", "{\"identity\": \"crm:c-17\", \"other\": \"card:9\"}"))
                .isEqualTo(status);
    }

    @Test
    void whoHasATokenMakesRequestsBesideSourcesThatSign() throws IOException {
        start(
                Map.of("desk", DESK),
                Map.of(
                        "TRUENORTH_GATEWAY_PRIVACY_TOKENS",
                        TokenHash.of("officer", "officer-token").toString()));
        String erase = "{\"identity\": \"crm:c-17\"}";

        assertThat(statusOf("privacy/erase", erase)).isEqualTo(401);
        assertThat(statusOf("privacy/erase", erase, "Authorization", "Bearer officer-token"))
                .isEqualTo(202);
    }

    private int statusOf(String request, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return gateway.send("POST", "/v1/" + request, body, all.toArray(String[]::new))
                .statusCode();
    }
}
