package io.truenorth.service.kafka;

import java.util.List;

/** Topics that are missing or do not match the catalogue; one line each, with the remedy. */
public final class TopicMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    TopicMismatchException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** All problems, at least one. */
    public List<String> problems() {
        return problems;
    }
}
