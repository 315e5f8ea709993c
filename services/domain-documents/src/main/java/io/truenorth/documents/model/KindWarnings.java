package io.truenorth.documents.model;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.NameSuggestions;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.model.ScoringModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Warns of kinds that are probably misspelt, and of kinds of the standard model that a list of kinds leaves out. */
final class KindWarnings {

    private static final Map<String, KindRule> STANDARD =
            ScoringModel.standard().kinds().rules();

    /** With more, different names would be taken for each other. */
    private static final int EDITS = 2;

    private static final int NAMED = 3;

    private KindWarnings() {}

    /** @param listed the kinds that a document lists, each with its node */
    static void addMisspelt(Map<String, DocumentNode> listed) {
        Set<String> missing = missing(listed.keySet());
        listed.forEach((kind, node) -> {
            if (!STANDARD.containsKey(kind)) {
                NameSuggestions.nearest(kind, missing, EDITS)
                        .ifPresent(
                                near -> node.warning("not a kind of the standard model, did you mean " + near + "?"));
            }
        });
    }

    /**
     * Warns of kinds that the standard model does not take for engagement, but a list does, as it leaves them out.
     *
     * @param node the list of kinds
     * @param names all kinds of the model
     */
    static void addLeftOut(DocumentNode node, Set<String> names) {
        List<String> leftOut = missing(names).stream()
                .filter(kind -> !STANDARD.getOrDefault(kind, KindRule.ENGAGING).isEngaging())
                .toList();
        if (!leftOut.isEmpty()) {
            String named = leftOut.stream().limit(NAMED).collect(Collectors.joining(", "));
            String others = leftOut.size() > NAMED ? " and " + (leftOut.size() - NAMED) + " more" : "";
            node.warning("not listed, and therefore engagement, are kinds that are passive or leaving in the standard"
                    + " model: " + named + others);
        }
    }

    private static Set<String> missing(Set<String> listed) {
        Set<String> missing = new TreeSet<>(STANDARD.keySet());
        missing.removeAll(listed);
        return missing;
    }
}
