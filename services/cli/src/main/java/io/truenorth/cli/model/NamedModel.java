package io.truenorth.cli.model;

import io.truenorth.documents.Document;
import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.documents.model.ScoringModelDocument;
import io.truenorth.relationship.model.ScoringModel;
import java.nio.file.Path;

/** A model as commands name it: by its file, or as {@code standard}. */
final class NamedModel {

    static final String STANDARD = "standard";

    private NamedModel() {}

    /** @throws InvalidDocumentException naming everything that is wrong with the document */
    static ScoringModel of(String name) {
        return name.equals(STANDARD) ? ScoringModel.standard() : ScoringModelDocument.read(Document.at(Path.of(name)));
    }
}
