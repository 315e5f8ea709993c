package io.truenorth.documents.model;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.identity.LowerCaseWords;
import io.truenorth.relationship.model.KindMeaning;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.model.Kinds;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.model.UnknownKinds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sections {@code kinds}, {@code kindGroups} and {@code unknownKinds} of a model. */
final class KindSections {

    private static final Kinds STANDARD = ScoringModel.standard().kinds();

    private final Map<String, KindRule> rules = new HashMap<>();
    private final Map<String, DocumentNode> listed = new HashMap<>();

    private KindSections() {}

    static Kinds read(DocumentSection model) {
        UnknownKinds unknown = model.at("unknownKinds").oneOf(UnknownKinds.class, STANDARD.unknown());
        DocumentNode kinds = model.at("kinds");
        KindSections sections = new KindSections();
        if (kinds.isPresent()) {
            kinds.entries().forEach((kind, node) -> sections.add(kind, rule(node, node.section()), node));
        } else {
            sections.rules.putAll(STANDARD.rules());
        }
        model.at("kindGroups").entries().values().forEach(sections::addGroup);
        sections.warn(kinds, unknown);
        return new Kinds(sections.rules, unknown);
    }

    private void warn(DocumentNode kinds, UnknownKinds unknown) {
        KindWarnings.addMisspelt(listed);
        if (kinds.isPresent() && unknown == UnknownKinds.ENGAGE) {
            KindWarnings.addLeftOut(kinds, rules.keySet());
        }
    }

    private void addGroup(DocumentNode group) {
        DocumentSection section = group.section();
        KindRule rule = rule(group, section);
        DocumentNode kinds = section.required("kinds");
        List<DocumentNode> items = kinds.list();
        if (kinds.isList() && items.isEmpty()) {
            kinds.problem("expected at least one kind");
        }
        items.forEach(item -> add(item.text("unreadable"), rule, item));
    }

    private void add(String kind, KindRule rule, DocumentNode node) {
        if (!isNamed(kind, node)) {
            return;
        }
        if (listed.putIfAbsent(kind, node) != null) {
            node.problem("expected every kind once, was listed before");
        }
        rules.put(kind, rule);
    }

    /** A kind by another name would never be found, as those of events are lower-case words. */
    private static boolean isNamed(String kind, DocumentNode node) {
        if (LowerCaseWords.is(kind) && kind.length() <= LowerCaseWords.LONGEST) {
            return true;
        }
        String words = LowerCaseWords.of(kind);
        node.problem(
                "expected lower-case words joined by - or _, of up to " + LowerCaseWords.LONGEST + " characters, was "
                        + Excerpt.of(kind)
                        + (words.isEmpty() || words.equals(kind) ? "" : ", did you mean " + words + "?"));
        return false;
    }

    private static KindRule rule(DocumentNode node, DocumentSection section) {
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
}
