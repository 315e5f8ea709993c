package io.truenorth.cli.model;

import io.truenorth.documents.Document;
import io.truenorth.documents.DocumentProblem;
import io.truenorth.documents.Excerpt;
import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.documents.model.ScoringModelDocument;
import io.truenorth.relationship.model.ScoringModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model document that was checked.
 *
 * @param file the file as it was named
 * @param model the model; empty if the document is invalid
 * @param errors everything that is wrong with it, by position
 * @param warnings what is valid, but probably not meant
 */
record CheckedModel(
        String file, Optional<ScoringModel> model, List<DocumentProblem> errors, List<DocumentProblem> warnings) {

    /**
     * A checked document as JSON.
     *
     * @param file the file as it was named
     * @param valid whether the document is a model
     * @param problems what was found, errors first
     */
    record Report(String file, boolean valid, List<Problem> problems) {}

    /**
     * What was found in a document, as JSON.
     *
     * @param severity {@code error} or {@code warning}
     * @param line the line, from 1; 0 for the file as a whole
     * @param column the column, from 1; 0 for the file as a whole
     * @param path the path in the document; empty for the document as a whole
     * @param message what is expected, and what was found
     */
    record Problem(String severity, int line, int column, String path, String message) {
        static Problem of(String severity, DocumentProblem problem) {
            return new Problem(severity, problem.line(), problem.column(), problem.path(), problem.message());
        }
    }

    private static final Comparator<DocumentProblem> BY_POSITION =
            Comparator.comparingInt(DocumentProblem::line).thenComparingInt(DocumentProblem::column);

    CheckedModel {
        errors = errors.stream().sorted(BY_POSITION).toList();
        warnings = warnings.stream().sorted(BY_POSITION).toList();
    }

    static CheckedModel of(Path file) {
        Document document;
        try {
            document = Document.at(file);
        } catch (InvalidDocumentException e) {
            return new CheckedModel(file.toString(), Optional.empty(), e.problems(), List.of());
        }
        try {
            ScoringModel model = ScoringModelDocument.read(document);
            return new CheckedModel(file.toString(), Optional.of(model), List.of(), document.warnings());
        } catch (InvalidDocumentException e) {
            return new CheckedModel(file.toString(), Optional.empty(), e.problems(), document.warnings());
        }
    }

    boolean isValid() {
        return model.isPresent();
    }

    /** A line for every problem, and one for a valid model. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        errors.forEach(error -> lines.add(place(error) + ": " + error));
        warnings.forEach(warning -> lines.add(place(warning) + ": warning: " + warning));
        model.ifPresent(valid -> lines.add(file + ": valid, model " + valid.id() + ", version " + valid.version()));
        return lines.stream().map(Excerpt::visible).toList();
    }

    private String place(DocumentProblem problem) {
        return problem.line() == 0 ? file : file + ":" + problem.line() + ":" + problem.column();
    }

    Report report() {
        return new Report(
                file,
                isValid(),
                Stream.concat(
                                errors.stream().map(error -> Problem.of("error", error)),
                                warnings.stream().map(warning -> Problem.of("warning", warning)))
                        .toList());
    }
}
