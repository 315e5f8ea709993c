package io.truenorth.documents.model;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.Excerpt;
import io.truenorth.documents.NameSuggestions;
import java.util.List;
import java.util.regex.Pattern;

/** The key {@code pace} of a model: a word or a number by which the standard's half-lives are multiplied. */
final class ModelPace {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");
    private static final List<String> WORDS = List.of("quick", "standard", "slow");
    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 50;

    private ModelPace() {}

    static double read(DocumentNode node) {
        String text = node.text("standard");
        return switch (text) {
            case "quick" -> 0.5;
            case "standard" -> 1;
            case "slow" -> 4;
            default -> factor(node, text);
        };
    }

    private static double factor(DocumentNode node, String text) {
        double factor = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : 0;
        if (factor < LOWEST || factor > HIGHEST) {
            node.problem("expected quick, standard, slow or a factor from " + LOWEST + " to " + HIGHEST + ", was "
                    + Excerpt.of(text) + NameSuggestions.didYouMean(text, WORDS));
            return 1;
        }
        return factor;
    }
}
