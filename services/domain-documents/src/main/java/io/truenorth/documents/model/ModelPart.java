package io.truenorth.documents.model;

import io.truenorth.documents.DocumentNode;
import io.truenorth.relationship.model.InvalidModelException;
import io.truenorth.relationship.model.ModelViolation;
import java.time.Duration;
import java.util.function.Supplier;

/** Builds the parts of a model and reports their validation errors to the document. */
final class ModelPart {

    private ModelPart() {}

    /**
     * Builds a part; returns the default if validation fails.
     *
     * @param node the node to which paths of violations are relative
     */
    static <T> T make(DocumentNode node, T otherwise, Supplier<T> maker) {
        return makeOfList(node, "", otherwise, maker);
    }

    /**
     * The same for a part that the document writes as a bare list.
     *
     * @param component what the model calls the list
     */
    static <T> T makeOfList(DocumentNode node, String component, T otherwise, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (InvalidModelException e) {
            for (ModelViolation violation : e.violations()) {
                String path = violation.path();
                node.problem(
                        path.startsWith(component) ? path.substring(component.length()) : path, violation.message());
            }
            return otherwise;
        }
    }

    /** A half-life in milliseconds. */
    static long halfLife(DocumentNode node, long otherwise) {
        return node.duration(Duration.ofMillis(otherwise)).toMillis();
    }
}
