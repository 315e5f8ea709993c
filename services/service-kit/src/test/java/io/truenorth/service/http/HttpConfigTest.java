package io.truenorth.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.config.InvalidConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TOKENS | ''  | must not be empty if set
            TOKENS | ,   | expected texts separated by commas, but there is nothing between them
            TOKENS | crm:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 | was that of an empty text
            TOKENS | crm:01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b | was that of an empty text
            HOST   | ' ' | expected an address such as 127.0.0.1 or 0.0.0.0, was empty
            """)
    void whoNamesNobodyDoesNotOpenItToEverybody(String variable, String value, String message) {
        String name = "TRUENORTH_GATEWAY_HTTP_" + variable;

        assertThatThrownBy(() -> Configuration.read(ConfigSources.of(Map.of(name, value)), HttpConfigTest::read))
                .hasMessageContaining("environment: " + name + ": ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens: []", "tokens:", "tokens: ['']", "host: ''", "host: ' '"})
    void norDoesAFileThatNamesNobody(String http, @TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("truenorth.yaml"), "gateway: {http: {" + http + "}}");

        assertThatThrownBy(() -> Configuration.read(ConfigSources.of(file, Map.of()), HttpConfigTest::read))
                .hasMessageContaining("gateway.http.");
    }

    @Test
    void anEmptyVariableLeavesTheTokensOfTheFile(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(
                directory.resolve("truenorth.yaml"), "gateway: {http: {tokens: ['crm:" + HASH + "']}}");

        assertThat(Configuration.read(
                                ConfigSources.of(file, Map.of("TRUENORTH_GATEWAY_HTTP_TOKENS", "")),
                                HttpConfigTest::read)
                        .tokens())
                .hasSize(1);
    }

    @Test
    void anEmptyHostIsNotTakenForLoopback() {
        assertThatThrownBy(() -> new HttpConfig("", 1, 8, 1, Duration.ofSeconds(1), List.of(), false))
                .isInstanceOf(IllegalArgumentException.class);
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
