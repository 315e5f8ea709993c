package io.truenorth.documents.history;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.Excerpt;
import io.truenorth.documents.NameSuggestions;
import io.truenorth.relationship.model.ScoringModel;

/** Checks the texts that a mapping puts into events, once and not on every line. */
final class MappedTexts {

    private MappedTexts() {}

    /** Checks a text and notes what is wrong with it. */
    @FunctionalInterface
    interface Check {
        void accept(DocumentNode node, String text);
    }

    /** The name of a channel, as a deployment calls it: not cleaned, as a mapping can say what it means. */
    static void requireWords(DocumentNode node, String text) {
        note(node, () -> {
            String words = ChannelNames.checked("", text);
            if (!words.equals(text)) {
                throw new LineRejection("", "lower-case words such as " + words, Excerpt.of(text));
            }
            return words;
        });
    }

    static void requireText(DocumentNode node, String text) {
        note(node, () -> NameRules.requireText("", text));
    }

    static void requireKind(DocumentNode node, String kind, ScoringModel model) {
        requireWords(node, kind);
        if (!model.kinds().accepts(kind)) {
            String near = NameSuggestions.didYouMean(kind, model.kinds().rules().keySet());
            node.problem("expected a kind of the model " + model.id() + ", was " + Excerpt.of(kind) + near);
        }
    }

    static void requireDirection(DocumentNode node, String direction) {
        if (!direction.equals("in") && !direction.equals("out")) {
            node.problem("expected in or out, was " + Excerpt.of(direction));
        }
    }

    @FunctionalInterface
    private interface Requirement {
        String check() throws LineRejection;
    }

    private static void note(DocumentNode node, Requirement requirement) {
        try {
            requirement.check();
        } catch (LineRejection rejection) {
            RejectedLine line = rejection.at("", 0);
            node.problem(line.reason() + ", was " + line.found());
        }
    }
}
