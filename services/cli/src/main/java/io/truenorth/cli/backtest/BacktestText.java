package io.truenorth.cli.backtest;

import io.truenorth.backtest.BacktestResult;
import io.truenorth.backtest.BgNbd;
import io.truenorth.backtest.Estimate;
import io.truenorth.backtest.Measure;
import io.truenorth.backtest.PredictorResult;
import io.truenorth.backtest.ScoreBand;
import io.truenorth.cli.explain.TerminalStyle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The result of a backtest as a table for a terminal. */
final class BacktestText {

    private static final int NAME = 15;
    private static final int MEASURE = 18;
    private static final int BAR = 30;

    private final BacktestResult result;
    private final TerminalStyle style;
    private final List<Measure> measures;

    BacktestText(BacktestResult result, TerminalStyle style) {
        this.result = result;
        this.style = style;
        this.measures = Arrays.stream(Measure.values()).filter(result::has).toList();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        LocalDate cut = LocalDate.ofEpochDay(result.window().firstDay());
        lines.add(style.strong(text(
                "Model %s %d, as of %s: %s within %d days",
                result.model().id(),
                result.model().version(),
                cut,
                result.outcome(),
                result.window().days())));
        lines.add(text(
                "%,d customers known at the cut, %,d with the outcome (%.1f %%)",
                result.customers(), result.positives(), 100 * result.rate()));
        lines.add("");
        lines.add(heading());
        lines.add(style.rule(NAME + MEASURE * measures.size()));
        result.predictors().forEach(predictor -> lines.add(line(predictor)));
        lines.add("");
        lines.add(text("%-" + NAME + "s%9s  %s", "score", "customers", "with the outcome"));
        result.bands().forEach(band -> lines.add(line(band)));
        result.bgNbd().ifPresent(fit -> lines.addAll(List.of("", style.faint(parameters(fit)))));
        return lines;
    }

    private String heading() {
        StringBuilder heading = new StringBuilder(" ".repeat(NAME));
        measures.forEach(measure -> heading.append(text("%-" + MEASURE + "s", measure.title())));
        return heading.toString();
    }

    private String line(PredictorResult predictor) {
        String name = text("%-" + NAME + "s", predictor.name());
        StringBuilder line =
                new StringBuilder(predictor.name().equals(result.score().name()) ? style.strong(name) : name);
        for (Measure measure : measures) {
            Estimate estimate = predictor.of(measure);
            int decimals = measure == Measure.TOP_DECILE_LIFT ? 2 : 3;
            String value = estimate.isDefined() ? number(estimate.value(), decimals) : "-";
            String interval = estimate.isDefined() ? interval(estimate, decimals) : "";
            String cell = value + " " + style.faint(interval);
            line.append(cell).append(" ".repeat(Math.max(1, MEASURE - value.length() - 1 - interval.length())));
        }
        return line.toString();
    }

    private String line(ScoreBand band) {
        String name = text("%3d%s%-3d", band.from(), style.dash(), band.to());
        String share = band.rate().isDefined()
                ? text("%5.1f %%  ", 100 * band.rate().value())
                        + style.bar(BAR * band.rate().value(), BAR)
                        + style.faint(text(
                                "  %.1f%s%.1f",
                                100 * band.rate().low(),
                                style.dash(),
                                100 * band.rate().high()))
                : "";
        return text("%-" + NAME + "s%,9d  %s", name, band.customers(), share);
    }

    private String interval(Estimate estimate, int decimals) {
        return number(estimate.low(), decimals) + style.dash() + number(estimate.high(), decimals);
    }

    /** Without the zero before the point, as tables of correlations have it. */
    private static String number(double value, int decimals) {
        String number = text("%." + decimals + "f", value);
        return number.replaceFirst("^(-?)0\\.", "$1.").replaceFirst("^-(\\.0+)$", "$1");
    }

    private static String parameters(BgNbd fit) {
        return text("BG/NBD: r %.3f, alpha %.3f weeks, a %.3f, b %.3f", fit.r(), fit.alpha(), fit.a(), fit.b());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
