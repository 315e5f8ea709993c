package io.truenorth.backtest.report;

import static io.truenorth.backtest.report.Markup.escaped;
import static io.truenorth.backtest.report.Markup.text;

import io.truenorth.backtest.PredictorResult;
import java.util.List;

/** The gains: how many of the customers with the outcome are found among those ranked highest. */
final class GainsChart {

    private static final int WIDTH = 560;
    private static final int TOP = 10;
    private static final int BOTTOM = 330;
    private static final int LEFT = 48;
    private static final int RIGHT = 14;

    private GainsChart() {}

    static String of(List<PredictorResult> predictors) {
        StringBuilder svg = new StringBuilder(text(
                "<svg viewBox='0 0 %d %d' role='img' aria-label='Gains: customers found by customers contacted'>",
                WIDTH, BOTTOM + 46));
        for (int percent = 0; percent <= 100; percent += 25) {
            svg.append(text(
                    "<line class='grid' x1='%d' x2='%d' y1='%.1f' y2='%.1f'/>",
                    LEFT, WIDTH - RIGHT, y(percent / 100.0), y(percent / 100.0)));
            svg.append(text(
                    "<text class='level' x='%d' y='%.1f'>%d %%</text>", LEFT - 8, y(percent / 100.0) + 5, percent));
            svg.append(text("<text class='tick' x='%.1f' y='%d'>%d %%</text>", x(percent), BOTTOM + 20, percent));
        }
        svg.append(
                text("<text class='count' x='%.1f' y='%d'>of all customers, highest first</text>", x(50), BOTTOM + 40));
        svg.append(text("<line class='chance' x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f'/>", x(0), y(0), x(100), y(1)));
        for (int i = predictors.size() - 1; i >= 0; i--) {
            svg.append(curve(predictors.get(i), i));
        }
        return svg.append("</svg>").toString();
    }

    /** The names of the lines. */
    static String legend(List<PredictorResult> predictors) {
        StringBuilder legend = new StringBuilder("<p class='legend'>");
        for (int i = 0; i < predictors.size(); i++) {
            legend.append(text(
                    "<span class='line-%d'><i></i>%s</span>",
                    i, escaped(predictors.get(i).name())));
        }
        return legend.append("<span class='by-chance'><i></i>by chance</span></p>")
                .toString();
    }

    private static String curve(PredictorResult predictor, int index) {
        StringBuilder points = new StringBuilder();
        for (int percent = 0; percent <= 100; percent++) {
            points.append(text("%.1f,%.1f ", x(percent), y(predictor.gains().get(percent))));
        }
        return text(
                "<polyline class='curve line-%d' points='%s'><title>%s</title></polyline>",
                index, points.toString().strip(), escaped(predictor.name()));
    }

    private static double x(double percent) {
        return LEFT + percent / 100 * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double share) {
        return BOTTOM - share * (BOTTOM - TOP);
    }
}
