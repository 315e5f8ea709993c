package io.truenorth.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.config.InvalidConfigException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpConfigTest {

    private static final String HASH = "a".repeat(64);

    @Test
    void bindsToLoopbackUnlessToldOtherwise() {
        HttpConfig config = Configuration.read(ConfigSources.none(), HttpConfigTest::read);

        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.isLoopback()).isTrue();
    }

    @Test
    void beyondLoopbackTokensAreRequired() {
        ConfigSources open = ConfigSources.of(Map.of("TRUENORTH_GATEWAY_HTTP_HOST", "0.0.0.0"));

        assertThatThrownBy(() -> Configuration.read(open, HttpConfigTest::read))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(
                        "gateway.http.tokens: expected at least one token, as the host 0.0.0.0 can be reached");
        assertThatThrownBy(() -> new HttpConfig("0.0.0.0", 1, 8, 1, Duration.ofSeconds(1), List.of(), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withTokensItMayBeReachedFromElsewhere() {
        ConfigSources guarded = ConfigSources.of(
                Map.of("TRUENORTH_GATEWAY_HTTP_HOST", "0.0.0.0", "TRUENORTH_GATEWAY_HTTP_TOKENS", "crm:" + HASH));

        HttpConfig config = Configuration.read(guarded, HttpConfigTest::read);

        assertThat(config.isLoopback()).isFalse();
        assertThat(config.tokens()).containsExactly(new TokenHash("crm", HASH));
    }

    @Test
    void aTokenInTheClearIsRefusedAndNotShown() {
        ConfigSources clear = ConfigSources.of(Map.of("TRUENORTH_GATEWAY_HTTP_TOKENS", "crm:" + HASH + ",tn_clear"));

        assertThatThrownBy(() -> Configuration.read(clear, HttpConfigTest::read))
                .hasMessageContaining("expected NAME:SHA256 with the hash in 64 hex digits, number 2 is none")
                .message()
                .doesNotContain("tn_clear");
    }

    private static HttpConfig read(ConfigSection root) {
        return HttpConfig.read(root.section("gateway").section("http"), 8080);
    }
}
