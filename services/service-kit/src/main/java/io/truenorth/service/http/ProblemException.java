package io.truenorth.service.http;

import java.util.Map;

/** Ends the handling of a request with a problem. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    /** A problem as the answer. */
    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /** A problem as the answer, with headers such as {@code Retry-After}. */
    public ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.title() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    /** What is answered. */
    public Problem problem() {
        return problem;
    }

    /** Headers of the answer. */
    public Map<String, String> headers() {
        return headers;
    }
}
