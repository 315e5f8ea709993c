package io.truenorth.benchmarks.machinery;

/** The benchmark has no result: a contender failed or did wrong, or something around it is not there. */
public final class BenchmarkFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BenchmarkFailedException(String message) {
        super(message);
    }
}
