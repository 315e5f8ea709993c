package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.service.config.InvalidConfigException;
import io.truenorth.service.http.TokenHash;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
