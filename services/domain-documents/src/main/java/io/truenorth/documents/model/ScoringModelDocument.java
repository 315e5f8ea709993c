package io.truenorth.documents.model;

import io.truenorth.documents.Document;
import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.relationship.model.AnswerScale;
import io.truenorth.relationship.model.Kinds;
import io.truenorth.relationship.model.Risk;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.model.Stages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * Reads a scoring model from YAML. What a document leaves out is as in the standard model, with one rule for its lists of
 * names: {@code dimensions}, {@code kinds} and {@code answers}, where they are given, are given whole, so that a dimension
 * not listed has no weight, and a kind not listed is unknown. The kinds of {@code kindGroups} come on top of that list, or of
 * the standard's. A {@code pace} multiplies the standard's half-lives; those that
 * the document states itself remain as stated.
 */
public final class ScoringModelDocument {

    private static final String STANDARD = "standard-model.yaml";
    private static final String SCHEMA = "scoring-model.schema.json";

    private static final ScoringModel MODEL = ScoringModel.standard();

    private ScoringModelDocument() {}

    /**
     * The model that a document describes.
     *
     * @throws InvalidDocumentException naming everything that is wrong with it
     */
    public static ScoringModel read(Document document) {
        return document.read(ScoringModelDocument::model);
    }

    /** The standard model as a document, with every key explained: what a model of one's own starts from. */
    public static String standardText() {
        return resource(STANDARD);
    }

    /**
     * The JSON Schema of a model (draft 2020-12), for editors. It knows every key, type and range; what concerns several keys
     * together, such as the order of the stages, only {@link #read} checks.
     */
    public static String schemaText() {
        return resource(SCHEMA);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ScoringModelDocument.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("it lies beside this class", e);
        }
    }

    private static ScoringModel model(DocumentNode root) {
        DocumentSection section = root.section();
        String id = section.required("id").text(MODEL.id());
        int version = section.at("version").integer(1, Integer.MAX_VALUE, 1);
        ScoringModel paced = MODEL.atPace(ModelPace.read(section.at("pace")));
        Dimensions dimensions = Dimensions.read(section.at("dimensions"), paced);
        Risk risk = risk(section.at("risk"), paced.risk());
        Kinds kinds = KindSections.read(section);
        Map<String, AnswerScale> answers = AnswersSection.read(section.at("answers"));
        Stages stages = StageSections.read(section.at("stages"));
        return ModelPart.make(
                root,
                MODEL,
                () -> new ScoringModel(
                        id,
                        version,
                        dimensions.engagement(),
                        dimensions.money(),
                        dimensions.connectedness(),
                        dimensions.reciprocity(),
                        dimensions.sentiment(),
                        dimensions.advocacy(),
                        risk,
                        kinds,
                        stages,
                        answers));
    }

    private static Risk risk(DocumentNode node, Risk standard) {
        DocumentSection section = node.section();
        long halfLife = ModelPart.halfLife(section.at("halfLife"), standard.halfLife());
        double k = section.at("k").number(standard.k());
        double detractorAt = section.at("detractorAt").number(standard.detractorAt());
        return ModelPart.make(node, standard, () -> new Risk(halfLife, k, detractorAt));
    }
}
