package io.truenorth.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.truenorth.cli.CommandRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/scoring.md, and the published parameters of BG/NBD, from histories of real customers. */
class RealHistoriesTest {

    private static final double TOLERANCE = 0.003;

    @ParameterizedTest(name = "{0}, {1}: {3} within {2} days")
    @CsvSource({
        "cdnow_sample.csv.gz, 1997-10-01, 273, purchase, .771, .779, .773, .782, .782",
        "btydplus_grocery.csv.gz, 2007-01-01, 364, purchase, .887, .881, .864, .881, .881",
        "complete_journey.csv.gz, 2017-10-01, 92, coupon_redeemed, .721, .823, .830, .834, .837",
        "complete_journey.csv.gz, 2017-10-01, 92, , .793, .833, .823, .839, .840"
    })
    void theTableIsReproduced(
            String file,
            String cut,
            String horizon,
            String outcome,
            double recency,
            double rfm,
            double bgNbd,
            double engagement,
            double score) {
        List<String> command = new ArrayList<>(List.of(
                "backtest", RealHistories.file(file), "--cut", cut, "--horizon", horizon, "--resamples", "100"));
        if (outcome != null) {
            command.addAll(List.of("--outcome", outcome));
        }
        CommandRun run = CommandRun.of(command.toArray(String[]::new));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(auc(run, "recency")).isCloseTo(recency, within(TOLERANCE));
        assertThat(auc(run, "RFM rank sum")).isCloseTo(rfm, within(TOLERANCE));
        assertThat(auc(run, "BG/NBD")).isCloseTo(bgNbd, within(TOLERANCE));
        assertThat(auc(run, "engagement")).isCloseTo(engagement, within(TOLERANCE));
        assertThat(auc(run, "score")).isCloseTo(score, within(TOLERANCE));
    }

    @Test
    void thePublishedParametersOfBgNbdAreRecovered() {
        CommandRun run = CommandRun.of(
                "backtest",
                RealHistories.file("cdnow_sample.csv.gz"),
                "--cut",
                "1997-10-01",
                "--horizon",
                "273",
                "--resamples",
                "1");

        String parameters = run.out()
                .lines()
                .filter(line -> line.startsWith("BG/NBD: "))
                .findFirst()
                .orElseThrow();
        String[] words = parameters.replace(",", "").split(" ");
        assertThat(Double.parseDouble(words[2])).isCloseTo(0.243, withinPercentage(1));
        assertThat(Double.parseDouble(words[4])).isCloseTo(4.414, withinPercentage(1));
        assertThat(Double.parseDouble(words[7])).isCloseTo(0.793, withinPercentage(1));
        assertThat(Double.parseDouble(words[9])).isCloseTo(2.426, withinPercentage(1));
    }

    /** Whatever tuning chooses, it is not worse than the standard model by more than the interval. */
    @ParameterizedTest
    @CsvSource({
        "cdnow_sample.csv.gz, purchase",
        "btydplus_grocery.csv.gz, purchase",
        "complete_journey.csv.gz, coupon_redeemed",
        "complete_journey.csv.gz, purchase"
    })
    void aTunedModelIsNotWorse(String file, String outcome) {
        TunedDocument tuned = TunedDocument.of("model", "tune", RealHistories.file(file), "--outcome", outcome);

        assertThat(tuned.laterDifference().high()).isGreaterThanOrEqualTo(0);
    }

    private static double auc(CommandRun run, String predictor) {
        String line = run.out()
                .lines()
                .filter(one -> one.matches(predictor + " +[.\\d]+ [.\\d–]+ .*"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.substring(predictor.length()).strip().split(" ")[0]);
    }
}
