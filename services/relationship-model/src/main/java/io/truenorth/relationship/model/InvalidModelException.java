package io.truenorth.relationship.model;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for an invalid model or part of one; lists every violation. */
public final class InvalidModelException extends IllegalArgumentException {

    private final transient List<ModelViolation> violations;

    InvalidModelException(List<ModelViolation> violations) {
        super(violations.stream().map(ModelViolation::toString).collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    /** Returns all problems, at least one; paths are relative to the part that was created. */
    public List<ModelViolation> violations() {
        return violations;
    }
}
