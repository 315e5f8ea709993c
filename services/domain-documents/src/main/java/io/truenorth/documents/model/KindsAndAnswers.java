package io.truenorth.documents.model;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.model.AnswerScale;
import io.truenorth.relationship.model.KindMeaning;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.model.Kinds;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.model.UnknownKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sections {@code kinds}, {@code unknownKinds} and {@code answers} of a model. */
record KindsAndAnswers(Kinds kinds, Map<String, AnswerScale> answers) {

    private static final ScoringModel STANDARD = ScoringModel.standard();

    static KindsAndAnswers read(DocumentSection model) {
        UnknownKinds unknown = model.at("unknownKinds")
                .oneOf(UnknownKinds.class, STANDARD.kinds().unknown());
        return new KindsAndAnswers(kinds(model.at("kinds"), unknown), answers(model.at("answers")));
    }

    private static Kinds kinds(DocumentNode node, UnknownKinds unknown) {
        Map<String, KindRule> rules = new TreeMap<>();
        if (node.isPresent()) {
            node.entries().forEach((kind, rule) -> rules.put(kind, rule(rule)));
        } else {
            rules.putAll(STANDARD.kinds().rules());
        }
        return ModelPart.make(node, STANDARD.kinds(), () -> new Kinds(rules, unknown));
    }

    private static KindRule rule(DocumentNode node) {
        DocumentSection section = node.section();
        double points = section.at("points").number(0);
        KindMeaning meaning = meaning(section);
        return ModelPart.make(node, KindRule.ENGAGING, () -> new KindRule(points, meaning));
    }

    private static KindMeaning meaning(DocumentSection rule) {
        boolean passive = rule.at("passive").bool(false);
        DocumentNode leaving = rule.at("leaving");
        if (!leaving.bool(false)) {
            return passive ? KindMeaning.PASSIVE : KindMeaning.ENGAGING;
        }
        if (passive) {
            leaving.problem("expected a kind that is passive or leaving, not both");
        }
        return KindMeaning.LEAVING;
    }

    private static Map<String, AnswerScale> answers(DocumentNode node) {
        if (!node.isPresent()) {
            return STANDARD.answerScales();
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
