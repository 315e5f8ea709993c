package io.truenorth.service.kafka;

import java.util.List;

/** Topics that are missing or not as they must be; the message says of each what to do, one line each. */
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
