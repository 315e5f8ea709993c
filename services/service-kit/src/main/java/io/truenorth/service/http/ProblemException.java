package io.truenorth.service.http;

import java.util.Map;

/** Ends a request with problem details. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    /** Responds with a problem. */
    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /** Responds with a problem and headers such as {@code Retry-After}. */
    public ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.title() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    /** The problem. */
    public Problem problem() {
        return problem;
    }

    /** Headers of the response. */
    public Map<String, String> headers() {
        return headers;
    }
}
