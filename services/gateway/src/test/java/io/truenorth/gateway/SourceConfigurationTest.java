package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.service.config.InvalidConfigException;
import io.truenorth.service.http.TokenHash;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
