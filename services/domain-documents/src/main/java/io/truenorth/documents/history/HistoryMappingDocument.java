package io.truenorth.documents.history;

import io.truenorth.documents.Document;
import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.documents.history.ConsentColumns.ConsentRule;
import io.truenorth.relationship.model.AnswerScale;
import io.truenorth.relationship.model.ScoringModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads a mapping from YAML: how files of another form than the canonical one are to be understood. */
public final class HistoryMappingDocument {

    private static final String EXAMPLE = "example-mapping.yaml";

    private final ScoringModel model;

    private HistoryMappingDocument(ScoringModel model) {
        this.model = model;
    }

    /**
     * The mapping that a document describes.
     *
     * @param model knows the kinds and the answer scales that a mapping may name
     * @throws InvalidDocumentException naming everything that is wrong with it
     */
    public static HistoryMapping read(Document document, ScoringModel model) {
        return document.read(root -> new HistoryMappingDocument(model).mapping(document.name(), root));
    }

    /** A mapping with every key explained: what a mapping of one's own starts from. */
    public static String exampleText() {
        try (InputStream in = Objects.requireNonNull(HistoryMappingDocument.class.getResourceAsStream(EXAMPLE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("it lies beside this class", e);
        }
    }

    private HistoryMapping mapping(String name, DocumentNode root) {
        DocumentSection section = root.section();
        DocumentSection sentiment = section.at("sentiment").section();
        DocumentSection value = section.at("value").section();
        boolean retracts = section.at("retracts").isPresent();
        FieldRules rules = new FieldRules(
                TimeSection.read(section.required("time")),
                CustomerSection.read(section),
                CustomerSection.references(section.at("references")),
                text(section, "channel", retracts, MappedTexts::requireWords),
                text(section, "kind", retracts, (node, kind) -> MappedTexts.requireKind(node, kind, model)),
                text(section, "direction", retracts, MappedTexts::requireDirection),
                optionalColumn(section.at("sentiment"), sentiment),
                scale(sentiment.at("scale")),
                NumberSection.form(section, value),
                NumberSection.money(optionalColumn(section.at("value"), value), value),
                text(section, "subject", true, MappedTexts::requireText),
                optionalColumn(section.at("id")),
                optionalColumn(section.at("retracts")),
                optionalColumn(section.at("revision")),
                CustomerSection.attributes(section.at("attributes")),
                consent(section.at("consent")));
        return HistoryMapping.described(name, FileSection.read(section), rules);
    }

    private static HistoryTextRule text(
            DocumentSection section, String field, boolean optional, MappedTexts.Check check) {
        DocumentNode node = optional ? section.at(field) : section.required(field);
        return optional && !node.isPresent() ? new HistoryTextRule.Constant("") : TextSection.read(node, check);
    }

    private static ConsentRule consent(DocumentNode node) {
        if (!node.isPresent()) {
            return ConsentRule.NONE;
        }
        DocumentSection section = node.section();
        DocumentNode scoring = section.at("scoring");
        DocumentNode activation = section.at("activation");
        if (!scoring.isPresent() && !activation.isPresent()) {
            node.problem("expected scoring, activation or both, such as { scoring: { column: Analytics } }");
        }
        return new ConsentRule(consentColumn(scoring), consentColumn(activation));
    }

    /** A column, with values or without, or a constant. */
    private static HistoryTextRule consentColumn(DocumentNode node) {
        return node.isPresent()
                ? TextSection.read(node, HistoryMappingDocument::requireFlag)
                : new HistoryTextRule.Constant("");
    }

    private static void requireFlag(DocumentNode node, String text) {
        if (!List.of("true", "false", "").contains(text)) {
            node.problem("expected true, false or nothing, was " + Excerpt.of(text));
        }
    }

    private static HistoryTextRule optionalColumn(DocumentNode node) {
        return optionalColumn(node, node.section());
    }

    private static HistoryTextRule optionalColumn(DocumentNode node, DocumentSection section) {
        DocumentNode column = node.isPresent() ? section.required("column") : section.at("column");
        return node.isPresent() ? new HistoryTextRule.Column(column.text("")) : new HistoryTextRule.Constant("");
    }

    private Optional<AnswerScale> scale(DocumentNode node) {
        if (!node.isPresent()) {
            return Optional.empty();
        }
        String name = node.text("");
        AnswerScale scale = model.answerScales().get(name);
        if (scale == null) {
            node.problem("expected a scale of the model " + model.id() + " ("
                    + String.join(", ", model.answerScales().keySet()) + "), was " + name);
        }
        return Optional.ofNullable(scale);
    }
}
