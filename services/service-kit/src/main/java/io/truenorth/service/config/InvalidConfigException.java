package io.truenorth.service.config;

import java.util.List;

/** An invalid configuration; the message lists every problem, one line each. */
public final class InvalidConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidConfigException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** All problems, at least one: where, what was expected, what was found. Never a secret. */
    public List<String> problems() {
        return problems;
    }
}
