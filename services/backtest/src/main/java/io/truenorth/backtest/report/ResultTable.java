package io.truenorth.backtest.report;

import static io.truenorth.backtest.report.Markup.capitalized;
import static io.truenorth.backtest.report.Markup.escaped;
import static io.truenorth.backtest.report.Markup.interval;
import static io.truenorth.backtest.report.Markup.number;
import static io.truenorth.backtest.report.Markup.text;

import io.truenorth.backtest.BacktestResult;
import io.truenorth.backtest.Estimate;
import io.truenorth.backtest.Measure;
import io.truenorth.backtest.PredictorResult;
import java.util.Arrays;
import java.util.List;

/** All measures of all predictors. */
final class ResultTable {

    private ResultTable() {}

    static String of(BacktestResult result) {
        List<Measure> measures =
                Arrays.stream(Measure.values()).filter(result::has).toList();
        StringBuilder table = new StringBuilder("<table><thead><tr><th scope='col'>Predictor</th>");
        measures.forEach(
                measure -> table.append(text("<th scope='col'>%s</th>", escaped(capitalized(measure.title())))));
        table.append("<th scope='col'>AUC behind the score</th></tr></thead><tbody>");
        for (PredictorResult predictor : result.predictors()) {
            boolean own = predictor.name().equals(result.score().name());
            table.append(own ? "<tr class='own'>" : "<tr>");
            table.append(text("<th scope='row'>%s</th>", escaped(predictor.name())));
            measures.forEach(measure -> table.append(cell(measure, predictor.of(measure))));
            table.append(own ? "<td>–</td>" : cell(Measure.AUC, predictor.aucBehindScore()));
            table.append("</tr>");
        }
        return table.append("</tbody></table>").toString();
    }

    private static String cell(Measure measure, Estimate estimate) {
        if (!estimate.isDefined()) {
            return "<td>–</td>";
        }
        int decimals = measure == Measure.TOP_DECILE_LIFT ? 2 : 3;
        return text("<td>%s<small>%s</small></td>", number(estimate.value(), decimals), interval(estimate, decimals));
    }
}
