package io.truenorth.streams.query;

import io.truenorth.query.DimensionAmounts;
import io.truenorth.query.ModelReport;
import io.truenorth.query.ModelReport.StageLimit;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.model.StageLimits;
import io.truenorth.relationship.score.Stage;
import java.util.List;
import java.util.Objects;

/** From a scoring model to its report. */
final class ModelMapping {
    private ModelMapping() {}

    static ModelReport report(ScoringModel model) {
        return new ModelReport(
                model.id(),
                model.version(),
                new DimensionAmounts(
                        maximum(model, Dimension.ENGAGEMENT),
                        maximum(model, Dimension.MONEY),
                        maximum(model, Dimension.CONNECTEDNESS),
                        maximum(model, Dimension.RECIPROCITY),
                        maximum(model, Dimension.SENTIMENT),
                        maximum(model, Dimension.ADVOCACY)),
                List.of(
                        stage(Stage.ENGAGED, model.stages().engaged()),
                        stage(Stage.COMMITTED, model.stages().committed()),
                        stage(Stage.LOYAL, model.stages().loyal()),
                        stage(Stage.ADVOCATE, model.stages().advocate())));
    }

    private static long maximum(ScoringModel model, Dimension dimension) {
        return Math.round(Objects.requireNonNull(model.maxima().get(dimension)));
    }

    private static StageLimit stage(Stage stage, StageLimits limits) {
        return new StageLimit(stage, limits.upMicroPoints(), limits.downMicroPoints());
    }
}
