package io.truenorth.documents.model;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.model.AnswerScale;
import io.truenorth.relationship.model.ScoringModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The section {@code answers} of a model. */
final class AnswersSection {

    private AnswersSection() {}

    static Map<String, AnswerScale> read(DocumentNode node) {
        if (!node.isPresent()) {
            return ScoringModel.standard().answerScales();
        }
        Map<String, AnswerScale> scales = new TreeMap<>();
        node.entries().forEach((name, scale) -> scales.put(name, scale(scale)));
        return scales;
    }

    private static AnswerScale scale(DocumentNode node) {
        List<AnswerScale.Range> ranges = new ArrayList<>();
        node.list().forEach(range -> ranges.add(range(range)));
        AnswerScale none = new AnswerScale(List.of(new AnswerScale.Range(0, 0, Sentiment.NEUTRAL)));
        return ModelPart.makeOfList(node, "ranges", none, () -> new AnswerScale(ranges));
    }

    private static AnswerScale.Range range(DocumentNode node) {
        DocumentSection section = node.section();
        int from = section.required("from").integer(-1_000_000, 1_000_000, 0);
        int to = section.required("to").integer(-1_000_000, 1_000_000, from);
        Sentiment sentiment = Sentiment.ofValue(section.required("sentiment").integer(-1, 1, 0));
        AnswerScale.Range empty = new AnswerScale.Range(from, from, sentiment);
        return ModelPart.make(node, empty, () -> new AnswerScale.Range(from, to, sentiment));
    }
}
