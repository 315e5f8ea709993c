package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.gateway.GatewayConfig.ProducerConfig;
import io.truenorth.gateway.admission.RequestLimits;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayConfigTest {

    @Test
    void defaults() {
        GatewayConfig config = read(Map.of());

        assertThat(config.http().port()).isEqualTo(8080);
        assertThat(config.http().isLoopback()).isTrue();
        assertThat(config.limits()).isEqualTo(RequestLimits.standard());
        assertThat(config.arrival().allowedSkew()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.producer())
                .isEqualTo(new ProducerConfig(Duration.ofMillis(5), 32 << 20, Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IDENTITIES_PSEUDONYM_KEY | abcd   | expected 32 to 128 bytes in hex
            IDENTITIES_REGION        | SW     | expected a region by ISO 3166, such as CH, was SW
            IDENTITIES_PHONES        | E.164  | expected one of e164, as-sent, was "E.164"
            LIMITS_REQUESTS          | 64     | expected fewer requests than gateway.http.threads (64), was 64: health and refusals need threads too
            LIMITS_MEMORY            | 1MiB   | expected at least gateway.limits.unpackedBody
            """)
    void whatWillNotDoIsTold(String variable, String value, String message) {
        String name = "TRUENORTH_GATEWAY_" + variable;

        assertThatThrownBy(() -> read(Map.of(name, value))).hasMessage("environment: " + name + ": " + message);
    }

    @Test
    void aValueThatIsNobodyIsOneValue() {
        assertThatThrownBy(() -> read(Map.of("TRUENORTH_IDENTITIES_BLOCKED", "kiosk,crm:*")))
                .hasMessage(
                        "environment: TRUENORTH_IDENTITIES_BLOCKED: expected VALUE or NAMESPACE:VALUE, with * for any text"
                                + " at the ends of the value alone, was 'crm:*'");
    }

    @Test
    void secretsAreInNoText() {
        GatewayConfig config = read(Map.of(
                "TRUENORTH_GATEWAY_IDENTITIES_PSEUDONYM_KEY",
                GatewayUnderTest.KEY,
                "TRUENORTH_KAFKA_PROPERTIES",
                "sasl.jaas.config=hush"));

        assertThat(config.toString()).doesNotContain(GatewayUnderTest.KEY, "hush");
    }

    private static GatewayConfig read(Map<String, String> environment) {
        return Configuration.read(ConfigSources.of(environment), GatewayConfig::read);
    }
}
