package io.truenorth.cli.backtest;

import io.truenorth.backtest.Estimate;
import io.truenorth.backtest.OutcomeWindow;
import io.truenorth.backtest.tune.ModelVariant;
import io.truenorth.backtest.tune.TuningResult;
import io.truenorth.documents.Excerpt;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A tuned model as a document that says why. */
final class TunedModelText {

    private final TuningResult result;
    private final String histories;
    private final Clock clock;

    TunedModelText(TuningResult result, String histories, Clock clock) {
        this.result = result;
        this.histories = histories;
        this.clock = clock;
    }

    String document() {
        return reason() + "\nid: tuned\nversion: 1\npace: "
                + number(result.variant().pace()) + "\n" + dimensions();
    }

    private String reason() {
        TuningResult.CrossValidation earlier = result.earlier();
        TuningResult.LaterPart later = result.later();
        return text(
                        """
                        # Written by truenorth model tune on %s from %s, %,d customers.
                        # Outcome: %s within %d days.
                        #
                        # Earlier part: %d variants of the standard model, compared as of %s
                        # by the AUC, in %d-fold cross-validation over the customers.
                        #   standard    %.3f
                        #   best        %.3f: %s
                        #   gain        %.3f, standard error %.3f, on customers that took no part in the choice
                        # %s
                        #
                        """,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        Excerpt.visible(histories),
                        result.customers(),
                        result.outcome(),
                        result.windows().later().days(),
                        result.variants(),
                        result.windows().earlier().stream()
                                .map(TunedModelText::cut)
                                .collect(Collectors.joining(" and ")),
                        earlier.folds(),
                        earlier.unchangedAuc(),
                        earlier.candidateAuc(),
                        described(result.candidate()),
                        earlier.gain(),
                        earlier.standardError(),
                        decision())
                + text(
                        """
                        # Later part, as of %s, which took no part in the choice; with 95 %% intervals.
                        #   standard    %s
                        #   this model  %s
                        #   difference  %s
                        # Median score: %.0f points with the standard model, %.0f with this one%s
                        """,
                        cut(result.windows().later()),
                        estimate(later.unchanged()),
                        estimate(later.chosen()),
                        estimate(later.difference()),
                        result.medianScores().get(0) / ScoreSnapshot.POINT,
                        result.medianScores().get(1) / ScoreSnapshot.POINT,
                        isKept() ? "." : ": check the limits of the stages.");
    }

    private boolean isKept() {
        return result.variant().equals(ModelVariant.UNCHANGED);
    }

    private String decision() {
        if (!isKept()) {
            return "The best one is chosen: its gain is more than two standard errors.";
        }
        return "The standard model is kept: no gain of more than two standard errors.";
    }

    private static String described(ModelVariant variant) {
        if (variant.equals(ModelVariant.UNCHANGED)) {
            return "the standard model";
        }
        String weights = variant.weights().entrySet().stream()
                .map(entry -> text(", weight of %s × %s", name(entry.getKey()), number(entry.getValue())))
                .collect(Collectors.joining());
        return text("pace %s, k × %s%s", number(variant.pace()), number(variant.k()), weights);
    }

    /** Empty if the standard's dimensions remain; otherwise all of them, as a list is given whole. */
    private String dimensions() {
        ModelVariant variant = result.variant();
        if (variant.k() == 1 && variant.weights().isEmpty()) {
            return "";
        }
        ScoringModel model = result.model();
        return List.of(Dimension.values()).stream()
                .map(dimension -> text(
                        "  %s: { weight: %s%s }\n", name(dimension), number(model.weightOf(dimension)), k(dimension)))
                .collect(Collectors.joining("", "dimensions:\n", ""));
    }

    private String k(Dimension dimension) {
        ScoringModel model = result.model();
        return switch (dimension) {
            case ENGAGEMENT -> ", k: " + number(model.engagement().k());
            case MONEY -> ", k: " + number(model.money().k());
            case CONNECTEDNESS -> ", k: " + number(model.connectedness().k());
            case RECIPROCITY, SENTIMENT, ADVOCACY -> "";
        };
    }

    private static String name(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }

    private static String cut(OutcomeWindow window) {
        return LocalDate.ofEpochDay(window.firstDay()).toString();
    }

    private static String estimate(Estimate estimate) {
        return text("%.3f (%.3f to %.3f)", estimate.value(), estimate.low(), estimate.high());
    }

    private static String number(double value) {
        return new BigDecimal(value, MathContext.DECIMAL32).stripTrailingZeros().toPlainString();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
