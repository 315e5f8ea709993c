package io.truenorth.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            ACCESS_TOKENS      | ann:boss:abc       | expected NAME:ROLE:SHA256 with a role of viewer, analyst, privacy, admin
            ACCESS_TOKEN_FILE  | /nowhere           | cannot be read: /nowhere
            ACCESS_TOKEN_FILE  | /dev/null          | expected at least one token, but there is none in /dev/null
            ACCESS_TOKEN_FILE  | ''                 | must not be empty if set
            ACCESS_TOKENS      | ''                 | must not be empty if set
            ACCESS_TOKENS      | ', ,'              | expected texts separated by commas, but there is nothing between them
            ACCESS_TOKENS      | ann:admin:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 | expected the hash of a token, was that of an empty text
            ACCESS_OIDC_ISSUER | ''                 | must not be empty if set
            ACCESS_OIDC_ISSUER | https://id.example | dashboard.access.oidc.keys: expected the URL of a JWKS document
            HTTP_HOST          | ' '                | expected an address such as 127.0.0.1 or 0.0.0.0, was empty
            STREAMS_URL        | localhost:8082     | expected http://host:port, was localhost:8082
            GATEWAY_URL        | http://one:8080,   | expected http://host:port, was
            OBJECTIVES         | /nowhere           | /nowhere
            """)
    void whatWillNotDoIsTold(String variable, String value, String message) {
        String name = "TRUENORTH_DASHBOARD_" + variable;

        assertThatThrownBy(() -> read(Map.of(name, value)))
                .hasMessageContaining(message.startsWith("dashboard.") ? "" : "environment: " + name + ": ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tokens: []",
                "tokens:",
                "tokens: ['']",
                "tokenFile: ''",
                "oidc: {issuer: ''}",
                "oidc: {keys: 'https://id.example/keys'}",
                "oidc: {issuer: ' ', keys: 'https://id.example/keys'}",
                "oidc: {issuer: 'https://id.example', keys: ''}",
                "oidc: {issuer: 'https://id.example', keys: 'https://id.example/keys', audience: ''}",
                "oidc: {issuer: 'https://id.example', keys: 'https://id.example/keys', roleClaim: ' '}"
            })
    void whoNamesNobodyWhoMaySeeItDoesNotOpenItToEverybody(String access, @TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("dashboard.yaml"), "dashboard: {access: {" + access + "}}");

        assertThatThrownBy(() -> read(Map.of("TRUENORTH_CONFIG", file.toString())))
                .hasMessageContaining("dashboard.access.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# ann:admin:abc\n", "   \t\n#\n", "\r\n"})
    void aTokenFileThatHoldsNoTokenIsRefused(String content, @TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("tokens"), content);
        Map<String, String> alone = Map.of("TRUENORTH_DASHBOARD_ACCESS_TOKEN_FILE", file.toString());
        Map<String, String> besideOthers = new HashMap<>(alone);
        besideOthers.put("TRUENORTH_DASHBOARD_ACCESS_TOKENS", "ann:analyst:" + HASH);

        for (Map<String, String> environment : List.of(alone, besideOthers)) {
            assertThatThrownBy(() -> read(environment))
                    .hasMessageContaining("TOKEN_FILE: expected at least one token, but there is none in " + file);
        }
    }

    @Test
    void anEmptyVariableBesideWhatIsSetIsAsGoodAsNone() {
        assertThat(read(Map.of(
                                "TRUENORTH_DASHBOARD_ACCESS_TOKENS",
                                "ann:analyst:" + HASH,
                                "TRUENORTH_DASHBOARD_ACCESS_TOKEN_FILE",
                                "",
                                "TRUENORTH_DASHBOARD_ACCESS_OIDC_ISSUER",
                                ""))
                        .access()
                        .isOff())
                .isFalse();
    }

    private static DashboardConfig read(Map<String, String> environment) {
        return Configuration.read(ConfigSources.of(environment), DashboardConfig::read);
    }
}
