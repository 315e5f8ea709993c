package io.truenorth.streams.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurrencyRatesTest {
    private final CurrencyRates rates =
            new CurrencyRates("EUR", Map.of("GBP", new BigDecimal("1.15"), "JPY", new BigDecimal("0.00625")));

    @Test
    void theReportingCurrencyStaysAsItIs() {
        assertThat(rates.inReportingCurrency(-1_999, "EUR")).contains(-1_999L);
    }

    @Test
    void othersAreConvertedAndRoundedHalfToEven() {
        assertThat(rates.inReportingCurrency(1_000, "GBP")).contains(1_150L);
        assertThat(rates.inReportingCurrency(4, "JPY")).contains(2L);
        assertThat(rates.inReportingCurrency(-4, "JPY")).contains(-2L);
        assertThat(rates.inReportingCurrency(12, "JPY")).contains(8L);
    }

    @Test
    void aCurrencyWithoutARateHasNoAmount() {
        assertThat(rates.inReportingCurrency(1, "USD")).isEmpty();
        assertThat(rates.inReportingCurrency(1, "eur")).isEmpty();
    }

    @Test
    void ratesThatCannotBeAreRefusedByName() {
        assertThatThrownBy(() -> new CurrencyRates("EUR", Map.of("USD", BigDecimal.ZERO)))
                .hasMessageContaining("rate of USD");
        assertThatThrownBy(() -> new CurrencyRates("EUR", Map.of("Euro", BigDecimal.ONE)))
                .hasMessageContaining("ISO 4217");
        assertThatThrownBy(() -> new CurrencyRates("EUR", Map.of("EUR", BigDecimal.ONE)))
                .hasMessageContaining("reporting currency");
    }
}
