package io.truenorth.streams.query;

import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.model.StageLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a model is written as JSON: the most that each dimension can give, and the limits of the stages. */
final class ModelDocument {
    private ModelDocument() {}

    static Map<String, Object> of(ScoringModel model) {
        Map<String, Object> maxima = new LinkedHashMap<>();
        model.maxima()
                .forEach((dimension, microPoints) ->
                        maxima.put(dimension.name().toLowerCase(Locale.ROOT), Math.round(microPoints)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", model.id());
        document.put("version", model.version());
        document.put("maxima", maxima);
        document.put("stages", stages(model));
        return document;
    }

    private static List<Map<String, Object>> stages(ScoringModel model) {
        List<Map<String, Object>> stages = new ArrayList<>();
        stages.add(stage("engaged", model.stages().engaged()));
        stages.add(stage("committed", model.stages().committed()));
        stages.add(stage("loyal", model.stages().loyal()));
        stages.add(stage("advocate", model.stages().advocate()));
        return stages;
    }

    private static Map<String, Object> stage(String name, StageLimits limits) {
        Map<String, Object> stage = new LinkedHashMap<>();
        stage.put("stage", name);
        stage.put("up", limits.upMicroPoints());
        stage.put("down", limits.downMicroPoints());
        return stage;
    }
}
