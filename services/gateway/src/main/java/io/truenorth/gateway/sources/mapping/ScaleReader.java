package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.Excerpt;
import io.truenorth.relationship.model.AnswerScale;
import io.truenorth.relationship.model.ScoringModel;
import java.util.Map;
import java.util.TreeMap;

/** Reads the name of a scale: one of the answers of the standard scoring model. */
final class ScaleReader {

    private static final Map<String, AnswerScale> SCALES =
            new TreeMap<>(ScoringModel.standard().answerScales());

    private ScaleReader() {}

    static Value read(DocumentNode node, Value of) {
        String name = node.text("");
        AnswerScale scale = SCALES.get(name);
        if (scale == null) {
            node.problem("expected one of " + String.join(", ", SCALES.keySet()) + ", was " + Excerpt.of(name));
            return of;
        }
        return new ScaleValue(name, scale, of);
    }
}
