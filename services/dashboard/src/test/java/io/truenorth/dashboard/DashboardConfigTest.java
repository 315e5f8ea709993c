package io.truenorth.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardConfigTest {
    private static final String HASH = "a".repeat(64);

    @Test
    void defaults() {
        DashboardConfig config = read(Map.of());

        assertThat(config.http().port()).isEqualTo(8083);
        assertThat(config.access().isOff()).isTrue();
        assertThat(config.streams().instances()).containsExactly(URI.create("http://localhost:8082"));
        assertThat(config.objectives()).isEmpty();
    }

    @Test
    void beyondLoopbackSomethingIsAskedFor() {
        String host = "TRUENORTH_DASHBOARD_HTTP_HOST";

        assertThatThrownBy(() -> read(Map.of(host, "0.0.0.0"))).hasMessageContaining("expected at least one token");
        assertThat(read(Map.of(
                                host,
                                "0.0.0.0",
                                "TRUENORTH_DASHBOARD_ACCESS_OIDC_ISSUER",
                                "https://id.example",
                                "TRUENORTH_DASHBOARD_ACCESS_OIDC_KEYS",
                                "https://id.example/keys"))
                        .access()
                        .isOff())
                .isFalse();
    }

    @Test
    void tokensComeFromAFileToo(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("tokens");
        Files.writeString(file, "# who\nann:analyst:" + HASH + "  # since May\n\nvic:viewer:" + HASH + "\n");

        assertThat(read(Map.of("TRUENORTH_DASHBOARD_ACCESS_TOKEN_FILE", file.toString()))
                        .access()
                        .tokens())
                .extracting(token -> token.hash().name() + " " + token.role().word())
                .containsExactly("ann analyst", "vic viewer");
    }

    @Test
    void aServiceMayHaveSeveralInstances() {
        assertThat(read(Map.of("TRUENORTH_DASHBOARD_STREAMS_URL", "http://one:8082, http://two:8082/"))
                        .streams()
                        .instances())
                .containsExactly(URI.create("http://one:8082"), URI.create("http://two:8082"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACCESS_TOKENS      | ann:boss:abc       | expected NAME:ROLE:SHA256 with a role of viewer, analyst, admin
            ACCESS_TOKEN_FILE  | /nowhere           | cannot be read: /nowhere
            STREAMS_URL        | localhost:8082     | expected http://host:port, was localhost:8082
            GATEWAY_URL        | http://one:8080,   | expected http://host:port, was
            OBJECTIVES         | /nowhere           | /nowhere
            """)
    void whatWillNotDoIsTold(String variable, String value, String message) {
        String name = "TRUENORTH_DASHBOARD_" + variable;

        assertThatThrownBy(() -> read(Map.of(name, value)))
                .hasMessageContaining("environment: " + name + ": ")
                .hasMessageContaining(message);
    }

    private static DashboardConfig read(Map<String, String> environment) {
        return Configuration.read(ConfigSources.of(environment), DashboardConfig::read);
    }
}
