package io.truenorth.backtest.report;

import static io.truenorth.backtest.report.Markup.percent;
import static io.truenorth.backtest.report.Markup.text;

import io.truenorth.backtest.Estimate;
import io.truenorth.backtest.ScoreBand;
import java.util.List;

/** The share of customers with the outcome in each band of scores, as columns with their intervals. */
final class BandChart {

    private static final int WIDTH = 560;
    private static final int TOP = 26;
    private static final int BOTTOM = 330;
    private static final int LEFT = 40;
    private static final double GAP = 0.28;

    private BandChart() {}

    static String of(List<ScoreBand> bands) {
        StringBuilder svg = new StringBuilder(text(
                "<svg viewBox='0 0 %d %d' role='img' aria-label='Share with the outcome by score'>",
                WIDTH, BOTTOM + 46));
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0);
            svg.append(text("<line class='grid' x1='%d' x2='%d' y1='%.1f' y2='%.1f'/>", LEFT, WIDTH, y, y));
            svg.append(text("<text class='level' x='%d' y='%.1f'>%d %%</text>", LEFT - 8, y + 5, percent));
        }
        double slot = (WIDTH - LEFT) / (double) bands.size();
        for (int i = 0; i < bands.size(); i++) {
            svg.append(column(bands.get(i), i, LEFT + i * slot, slot));
        }
        return svg.append("</svg>").toString();
    }

    private static String column(ScoreBand band, int index, double left, double slot) {
        double middle = left + slot / 2;
        String labels =
                text("<text class='tick' x='%.1f' y='%d'>%d–%d</text>", middle, BOTTOM + 20, band.from(), band.to())
                        + text("<text class='count' x='%.1f' y='%d'>%,d</text>", middle, BOTTOM + 38, band.customers());
        if (!band.rate().isDefined()) {
            return labels;
        }
        double y = y(band.rate().value());
        double high = y(band.rate().high());
        return text("<g class='band-%d'><title>%s</title>", index, Markup.interval(band.rate(), 2))
                + text(
                        "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='2'/>",
                        left + slot * GAP / 2, y, slot * (1 - GAP), Math.max(1, BOTTOM - y))
                + interval("halo", middle, band.rate())
                + interval("whisker", middle, band.rate())
                + text(
                        "<text class='top' x='%.1f' y='%.1f'>%s</text></g>",
                        middle, Math.min(y, high) - 7, percent(band.rate().value()))
                + labels;
    }

    private static String interval(String style, double x, Estimate rate) {
        return text(
                "<line class='%s' x1='%.1f' x2='%.1f' y1='%.1f' y2='%.1f'/>",
                style, x, x, y(rate.high()), y(rate.low()));
    }

    private static double y(double share) {
        return BOTTOM - share * (BOTTOM - TOP);
    }
}
