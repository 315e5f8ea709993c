package io.truenorth.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.backtest.Backtest;
import io.truenorth.backtest.Bootstrap;
import io.truenorth.backtest.Cohort;
import io.truenorth.backtest.OutcomeRule;
import io.truenorth.backtest.OutcomeWindow;
import io.truenorth.backtest.RandomBuyers;
import io.truenorth.relationship.model.ScoringModel;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BacktestPageTest {

    private static final ScoringModel MODEL = ScoringModel.standard();

    private static String page(String histories) {
        Cohort cohort = Cohort.of(RandomBuyers.of(300, 3), new OutcomeWindow(300, 30));
        return new BacktestPage(
                        new Backtest(cohort, MODEL, new OutcomeRule.TouchOf(Set.of("purchase")))
                                .run(new Bootstrap(50, 1)),
                        histories)
                .html();
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        assertThat(page("history.csv"))
                .startsWith("<!doctype html>")
                .doesNotContain("http:", "https:", "url(", "<script", "@import", "<link");
    }

    @Test
    void thePageHasThreeChartsAndEveryPredictor() {
        String page = page("history.csv");

        assertThat(page.split("<svg ", -1)).hasSize(4);
        assertThat(page)
                .contains("RFM rank sum", "BG/NBD", "decayed count", "recency", "reciprocity", "Top-decile lift");
        assertThat(page).doesNotContain("NaN", "null", "%s", "%d", "%%");
    }

    @Test
    void namesOfFilesAreEscaped() {
        assertThat(page("<img src=x>.csv")).contains("&lt;img").doesNotContain("<img");
    }

    @Test
    void numbersAreRoundedWithoutANegativeZero() {
        assertThat(Markup.number(-0.0001, 3)).isEqualTo("0.000");
        assertThat(Markup.number(-0.25, 2)).isEqualTo("−0.25");
        assertThat(Markup.number(0.12345, 3)).isEqualTo("0.123");
    }
}
