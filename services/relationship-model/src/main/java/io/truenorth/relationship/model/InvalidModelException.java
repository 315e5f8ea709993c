package io.truenorth.relationship.model;

import java.util.List;
import java.util.stream.Collectors;

/** A model, or a part of one, that cannot be; names everything that is wrong with it. */
public final class InvalidModelException extends IllegalArgumentException {

    private final transient List<Problem> problems;

    InvalidModelException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, at least one; paths are relative to the part that was made. */
    public List<Problem> problems() {
        return problems;
    }
}
