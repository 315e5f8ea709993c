package io.truenorth.documents.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.documents.Paths;
import io.truenorth.relationship.model.ScoringModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A value in which two scoring models differ.
 *
 * @param path its path in a document that states every value, such as {@code dimensions.money.weight}
 * @param before the value in the first model, as YAML on one line; empty if it is not there
 * @param after the value in the second model
 */
public record ModelDifference(String path, Optional<String> before, Optional<String> after) {

    /** All differences between two models, in the order of a document. */
    public static List<ModelDifference> between(ScoringModel before, ScoringModel after) {
        List<ModelDifference> differences = new ArrayList<>();
        add("", ModelTree.of(before), ModelTree.of(after), differences);
        return differences;
    }

    private static void add(String path, JsonNode before, JsonNode after, List<ModelDifference> differences) {
        if (before.isObject() && after.isObject() && !isKind(path)) {
            Set<String> keys = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(keys::add);
            after.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> add(Paths.under(path, key), before.path(key), after.path(key), differences));
        } else if (!before.equals(after)) {
            differences.add(new ModelDifference(path, text(before), text(after)));
        }
    }

    /** The rule of a kind is one value. */
    private static boolean isKind(String path) {
        return path.startsWith("kinds.") || path.startsWith("kinds[");
    }

    private static Optional<String> text(JsonNode value) {
        return value.isMissingNode() ? Optional.empty() : Optional.of(ModelText.inline(value));
    }
}
