package io.truenorth.relationship.model;

import java.util.List;
import java.util.stream.Collectors;

/** A model, or a part of one, that cannot be; names everything that is wrong with it. */
public final class InvalidModelException extends IllegalArgumentException {

    private final transient List<ModelViolation> violations;

    InvalidModelException(List<ModelViolation> violations) {
        super(violations.stream().map(ModelViolation::toString).collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    /** All problems, at least one; paths are relative to the part that was made. */
    public List<ModelViolation> violations() {
        return violations;
    }
}
