package io.truenorth.backtest.report;

import static io.truenorth.backtest.report.Markup.capitalized;
import static io.truenorth.backtest.report.Markup.escaped;
import static io.truenorth.backtest.report.Markup.interval;
import static io.truenorth.backtest.report.Markup.number;
import static io.truenorth.backtest.report.Markup.percent;
import static io.truenorth.backtest.report.Markup.text;

import io.truenorth.backtest.BacktestResult;
import io.truenorth.backtest.Estimate;
import io.truenorth.backtest.Measure;
import io.truenorth.backtest.PredictorResult;
import io.truenorth.backtest.ScoreBand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The result of a backtest as one HTML page. */
public final class BacktestPage {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** Bands with fewer customers are not named in the summary. */
    private static final int ENOUGH = 30;

    private final BacktestResult result;
    private final String histories;

    /** @param histories the names of the files */
    public BacktestPage(BacktestResult result, String histories) {
        this.result = result;
        this.histories = histories;
    }

    /** Returns the page. */
    public String html() {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Backtest of %1$s</title>
                <style>%2$s</style>
                </head>
                <body><main>
                """.formatted(escaped(modelName()), resource("backtest.css"))
                + header()
                + figures()
                + """
                <section class="wide"><h2>All measures</h2>
                <p class="note">Below each value its 95 %% interval. The last column is the AUC of the score less that of the
                predictor, of the same customers: if its interval contains 0, neither is better.</p>
                <div class="scroll">%s</div></section>
                """.formatted(ResultTable.of(result))
                + footer()
                + "</main></body></html>\n";
    }

    private String header() {
        LocalDate cut = LocalDate.ofEpochDay(result.window().firstDay());
        return """
                <header><p class="kicker">Backtest · %s</p><h1>%s</h1><p class="lead">%s</p>
                <dl class="facts">
                <div><dt>Customers known at the cut</dt><dd>%,d</dd></div>
                <div><dt>%s</dt><dd>%s<small>%,d</small></dd></div>
                <div><dt>Scored as of</dt><dd>%s<small>00:00 UTC</small></dd></div>
                <div><dt>Outcome within</dt><dd>%d days</dd></div>
                </dl></header>
                """.formatted(
                        escaped(histories),
                        headline(),
                        comparison(),
                        result.customers(),
                        escaped(capitalized(result.outcome())),
                        percent(result.rate()),
                        result.positives(),
                        DATE.format(cut),
                        result.window().days());
    }

    private String headline() {
        List<ScoreBand> large = result.bands().stream()
                .filter(band -> band.customers() >= ENOUGH)
                .toList();
        if (large.size() < 2) {
            return "How well scores predict: " + escaped(result.outcome());
        }
        ScoreBand low = large.get(0);
        ScoreBand high = large.get(large.size() - 1);
        return text(
                "%s: %s of customers with %d–%d points, %s of those with %d–%d",
                escaped(capitalized(result.outcome())),
                percent(high.rate().value()),
                high.from(),
                high.to(),
                percent(low.rate().value()),
                low.from(),
                low.to());
    }

    private String comparison() {
        Estimate auc = result.score().of(Measure.AUC);
        Estimate behind = result.of("RFM rank sum").aucBehindScore();
        String versus = behind.low() > 0
                ? "better than the RFM rank sum"
                : behind.high() < 0 ? "worse than the RFM rank sum" : "level with the RFM rank sum";
        return text(
                "Of two customers, one with the outcome and one without, the score ranks the right one higher %s times"
                        + " in 100 (AUC %s, 95 %% interval %s): %s.",
                number(100 * auc.value(), 0), number(auc.value(), 3), interval(auc, 3), versus);
    }

    private String figures() {
        List<PredictorResult> lines = result.predictors().stream()
                .filter(one ->
                        List.of("score", "RFM rank sum", "BG/NBD", "recency").contains(one.name()))
                .toList();
        return """
                <div class="charts">
                <figure><h2>The higher the score, the more often</h2>
                <figcaption>Share of customers with the outcome by score, with 95 %% intervals; below, the customers in each
                band.</figcaption>%s</figure>
                <figure><h2>The score beside its dimensions and simpler predictors</h2>
                <figcaption>AUC, with 95 %% intervals. 0.5 is chance, 1 a perfect order.</figcaption>%s</figure>
                <figure><h2>Whom to contact first</h2>
                <figcaption>Share of all customers with the outcome that is found among those ranked highest.</figcaption>
                %s%s</figure>
                <section class="reading"><h2>How to read this</h2>%s</section>
                </div>
                """.formatted(
                        BandChart.of(result.bands()),
                        ComparisonChart.of(result.predictors(), result.score().name()),
                        GainsChart.legend(lines),
                        GainsChart.of(lines),
                        resource("reading.html"));
    }

    private String footer() {
        String bgNbd = result.bgNbd()
                .map(fit -> text(
                        " BG/NBD: r %s, α %s weeks, a %s, b %s.",
                        number(fit.r(), 3), number(fit.alpha(), 3), number(fit.a(), 3), number(fit.b(), 3)))
                .orElse(" BG/NBD could not be fitted.");
        return """
                <footer><p>Model %s, outcome “%s”. Intervals: %,d bootstrap resamples of the customers, seed %d.%s</p></footer>
                """.formatted(
                        escaped(modelName()),
                        escaped(result.outcome()),
                        result.bootstrap().resamples(),
                        result.bootstrap().seed(),
                        bgNbd);
    }

    private String modelName() {
        return result.model().id() + " " + result.model().version();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(BacktestPage.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("it lies beside this class", e);
        }
    }
}
