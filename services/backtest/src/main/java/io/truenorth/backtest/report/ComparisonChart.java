package io.truenorth.backtest.report;

import static io.truenorth.backtest.report.Markup.escaped;
import static io.truenorth.backtest.report.Markup.interval;
import static io.truenorth.backtest.report.Markup.number;
import static io.truenorth.backtest.report.Markup.text;

import io.truenorth.backtest.Estimate;
import io.truenorth.backtest.Measure;
import io.truenorth.backtest.PredictorResult;
import java.util.Comparator;
import java.util.List;

/** The AUC of each predictor as a dot with its interval, the best one on top. */
final class ComparisonChart {

    private static final int WIDTH = 560;
    private static final int ROW = 30;
    private static final int TOP = 8;
    private static final int LEFT = 118;
    private static final int RIGHT = 52;
    private static final double CHANCE = 0.5;
    private static final double STEP = 0.1;

    private ComparisonChart() {}

    static String of(List<PredictorResult> predictors, String highlighted) {
        List<PredictorResult> ordered = predictors.stream()
                .sorted(Comparator.comparingDouble(
                                (PredictorResult one) -> one.of(Measure.AUC).value())
                        .reversed())
                .toList();
        double from = lowest(ordered);
        int bottom = TOP + ROW * ordered.size();
        StringBuilder svg = new StringBuilder();
        svg.append(text(
                "<svg viewBox='0 0 %d %d' role='img' aria-label='AUC of each predictor, best first'>",
                WIDTH, bottom + 28));
        for (double tick = from; tick < 1 + STEP / 2; tick += STEP) {
            double x = x(tick, from);
            svg.append(text("<line class='grid' x1='%.1f' x2='%.1f' y1='%d' y2='%d'/>", x, x, TOP, bottom));
            svg.append(text("<text class='tick' x='%.1f' y='%d'>%s</text>", x, bottom + 20, number(tick, 1)));
        }
        for (int i = 0; i < ordered.size(); i++) {
            svg.append(row(ordered.get(i), highlighted, from, TOP + ROW * i + ROW / 2));
        }
        return svg.append("</svg>").toString();
    }

    private static double lowest(List<PredictorResult> predictors) {
        double lowest = predictors.stream()
                .mapToDouble(one -> one.of(Measure.AUC).low())
                .min()
                .orElse(CHANCE);
        return Math.max(0, Math.floor(Math.min(CHANCE, lowest) / STEP) * STEP);
    }

    private static String row(PredictorResult predictor, String highlighted, double from, int y) {
        Estimate auc = predictor.of(Measure.AUC);
        String style = predictor.name().equals(highlighted) ? "row own" : "row";
        return text("<g class='%s'><title>%s: %s</title>", style, escaped(predictor.name()), interval(auc, 3))
                + text("<text class='name' x='%d' y='%d'>%s</text>", LEFT - 14, y + 5, escaped(predictor.name()))
                + text(
                        "<line class='interval' x1='%.1f' x2='%.1f' y1='%d' y2='%d'/>",
                        x(auc.low(), from), x(auc.high(), from), y, y)
                + text("<circle cx='%.1f' cy='%d' r='5'/>", x(auc.value(), from), y)
                + text("<text class='value' x='%d' y='%d'>%s</text></g>", WIDTH, y + 5, number(auc.value(), 3));
    }

    private static double x(double value, double from) {
        return LEFT + (value - from) / (1 - from) * (WIDTH - LEFT - RIGHT);
    }
}
