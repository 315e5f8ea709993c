package io.truenorth.relationship.model;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for an invalid model or part of one; lists every violation. */
public final class InvalidModelException extends IllegalArgumentException {

    private final transient List<Problem> problems;

    InvalidModelException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** Returns all problems, at least one; paths are relative to the part that was created. */
    public List<Problem> problems() {
        return problems;
    }
}
