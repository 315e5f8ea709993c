package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.gateway.event.ReportingCurrency;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import java.math.BigDecimal;
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
        assertThat(config.currency()).isEqualTo(new ReportingCurrency("EUR", Map.of()));
        assertThat(config.producer())
                .isEqualTo(new ProducerConfig(Duration.ofMillis(5), 32 << 20, Duration.ofSeconds(10)));
    }

    @Test
    void ratesAreExact() {
        GatewayConfig config = read(Map.of(
                "TRUENORTH_GATEWAY_MONEY_REPORTING_CURRENCY",
                "JPY",
                "TRUENORTH_GATEWAY_MONEY_RATES",
                "USD=150.1,EUR=160"));

        assertThat(config.currency())
                .isEqualTo(new ReportingCurrency(
                        "JPY", Map.of("USD", new BigDecimal("150.1"), "EUR", new BigDecimal("160"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MONEY_REPORTING_CURRENCY | EURO   | expected an ISO 4217 code such as EUR, was EURO
            MONEY_RATES              | USD=-1 | expected a positive decimal number for USD, was -1
            MONEY_RATES              | USD=0  | expected a positive decimal number for USD, was 0
            MONEY_RATES              | XQZ=1  | expected ISO 4217 codes such as USD, was XQZ
            IDENTITIES_PSEUDONYM_KEY | abcd   | expected 32 to 128 bytes in hex
            LIMITS_REQUESTS          | 64     | expected fewer requests than gateway.http.threads (64), was 64: health and refusals need threads too
            LIMITS_MEMORY            | 1MiB   | expected at least gateway.limits.unpackedBody
            """)
    void whatWillNotDoIsTold(String variable, String value, String message) {
        String name = "TRUENORTH_GATEWAY_" + variable;

        assertThatThrownBy(() -> read(Map.of(name, value))).hasMessage("environment: " + name + ": " + message);
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
