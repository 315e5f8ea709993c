package io.truenorth.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.identity.joining.JoinGuards;
import io.truenorth.identity.joining.JoinRules;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.config.InvalidConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinRulesSectionTest {

    @Test
    void withoutSettingsTheStandardRulesApply() {
        JoinRules rules = read(Map.of());

        assertThat(rules.ranking().namespaces())
                .containsExactly("crm", "user", "card", "email", "phone", "device", "anonymous");
        assertThat(rules.guards()).isEqualTo(new JoinGuards(Set.of("crm", "user"), 100, Map.of()));
    }

    @Test
    void everyKeyIsRead() {
        JoinRules rules = read(Map.of(
                "TRUENORTH_IDENTITIES_RANKING", "member,email",
                "TRUENORTH_IDENTITIES_UNIQUE", "member",
                "TRUENORTH_IDENTITIES_MOST", "50",
                "TRUENORTH_IDENTITIES_MOST_BY_NAMESPACE", "device=20,card=5"));

        assertThat(rules.ranking().namespaces()).containsExactly("member", "email");
        assertThat(rules.ranking().isBetter("email:a", "card:0"))
                .as("not listed")
                .isTrue();
        assertThat(rules.guards()).isEqualTo(new JoinGuards(Set.of("member"), 50, Map.of("device", 20, "card", 5)));
    }

    @Test
    void aFileSaysTheSame(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("truenorth.yaml"),
                "{identities: {ranking: [crm], unique: [], mostByNamespace: {device: 3}}}");

        JoinRules rules = Configuration.read(ConfigSources.of(file, Map.of()), DeploymentConfig::read)
                .joins();

        assertThat(rules.ranking().namespaces()).containsExactly("crm");
        assertThat(rules.guards()).isEqualTo(new JoinGuards(Set.of(), 100, Map.of("device", 3)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RANKING           | crm,E-Mail    | expected a namespace in lower-case words, was E-Mail
            RANKING           | crm,email,crm | expected every namespace once, was given crm twice
            UNIQUE            | crm:c-1       | expected a namespace in lower-case words, was crm:c-1
            MOST_BY_NAMESPACE | Device=3      | expected a namespace in lower-case words, was Device
            MOST_BY_NAMESPACE | device=0      | device: expected a number from 1 to 1000, was 0
            MOST_BY_NAMESPACE | device=many   | device: expected a number from 1 to 1000, was many
            """)
    void whatWillNotDoIsTold(String variable, String value, String message) {
        String name = "TRUENORTH_IDENTITIES_" + variable;

        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessage("environment: " + name + ": " + message);
    }

    @Test
    void aCustomerMayHaveTwoIdentitiesAtLeast() {
        assertThatThrownBy(() -> read(Map.of("TRUENORTH_IDENTITIES_MOST", "1")))
                .hasMessageContaining("TRUENORTH_IDENTITIES_MOST");
    }

    private static JoinRules read(Map<String, String> environment) {
        return Configuration.read(ConfigSources.of(environment), DeploymentConfig::read)
                .joins();
    }
}
