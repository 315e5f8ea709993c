package io.truenorth.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.config.InvalidConfigException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyConfigTest {

    private final MoneyConfig euros =
            new MoneyConfig("EUR", Map.of("GBP", new BigDecimal("1.15"), "JPY", new BigDecimal("0.00625")));

    @Test
    void moneyIsInEurosAloneUnlessOneSaysOtherwise() {
        assertThat(read(Map.of())).isEqualTo(MoneyConfig.only("EUR"));
    }

    @Test
    void ratesAreExact() {
        MoneyConfig money =
                read(Map.of("TRUENORTH_MONEY_REPORTING_CURRENCY", "JPY", "TRUENORTH_MONEY_RATES", "USD=150.1,EUR=160"));

        assertThat(money)
                .isEqualTo(
                        new MoneyConfig("JPY", Map.of("USD", new BigDecimal("150.1"), "EUR", new BigDecimal("160"))));
    }

    @Test
    void aFileSaysTheSame(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("truenorth.yaml"), "{money: {reportingCurrency: USD, rates: {EUR: 1.09}}}");

        MoneyConfig money = Configuration.read(ConfigSources.of(file, Map.of()), DeploymentConfig::read)
                .money();

        assertThat(money).isEqualTo(new MoneyConfig("USD", Map.of("EUR", new BigDecimal("1.09"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REPORTING_CURRENCY | EURO            | expected an ISO 4217 code such as EUR, was EURO
            REPORTING_CURRENCY | XAU             | expected an ISO 4217 code such as EUR, was XAU
            RATES              | USD=-1          | expected a positive decimal number such as 0.92 for USD, was -1
            RATES              | USD=much        | expected a positive decimal number such as 0.92 for USD, was much
            RATES              | USD=1E999999999 | expected a positive decimal number such as 0.92 for USD, was 1E999999999
            RATES              | USD=0.00        | expected a rate above 0 for USD, was 0.00
            RATES              | XQZ=1           | expected an ISO 4217 code such as EUR, was XQZ
            RATES              | EUR=1           | expected no rate for EUR, the reporting currency
            """)
    void whatWillNotDoIsToldByItsKey(String key, String value, String message) {
        String variable = "TRUENORTH_MONEY_" + key;

        assertThatThrownBy(() -> read(Map.of(variable, value)))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessage("environment: " + variable + ": " + message);
    }

    @Test
    void everyRateThatWillNotDoIsTold() {
        assertThatThrownBy(() -> read(Map.of("TRUENORTH_MONEY_RATES", "USD=0,GBP=1.15,JPY=few")))
                .hasMessageContaining("for USD, was 0")
                .hasMessageContaining("for JPY, was few");
    }

    @Test
    void theReportingCurrencyStaysAsItIs() {
        assertThat(euros.inReportingCurrency(-1_999, "EUR")).contains(BigInteger.valueOf(-1_999));
    }

    @ParameterizedTest
    @CsvSource({"1000, GBP, 1150", "4, JPY, 2", "-4, JPY, -2", "12, JPY, 8"})
    void othersAreConvertedAndRoundedHalfToEven(long amount, String currency, long expected) {
        assertThat(euros.inReportingCurrency(amount, currency)).contains(BigInteger.valueOf(expected));
    }

    @Test
    void anAmountMayLeaveTheRangeOfALong() {
        assertThat(euros.inReportingCurrency(Long.MAX_VALUE, "GBP"))
                .hasValueSatisfying(minor -> assertThat(minor).isGreaterThan(BigInteger.valueOf(Long.MAX_VALUE)));
    }

    @Test
    void aCurrencyWithoutARateHasNoAmount() {
        assertThat(euros.inReportingCurrency(1, "USD")).isEmpty();
        assertThat(euros.inReportingCurrency(1, "eur")).isEmpty();
    }

    @Test
    void onlyWhatHasMinorUnitsIsACurrency() {
        assertThat(MoneyConfig.isCurrency("JPY")).isTrue();
        assertThat(MoneyConfig.isCurrency("XAU")).isFalse();
        assertThat(MoneyConfig.isCurrency("euro")).isFalse();
    }

    private static MoneyConfig read(Map<String, String> environment) {
        return Configuration.read(ConfigSources.of(environment), DeploymentConfig::read)
                .money();
    }
}
