package io.truenorth.benchmarks.harness;

/** The benchmark has no result: a contender failed, published wrong scores, or a prerequisite is missing. */
public final class BenchmarkFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BenchmarkFailedException(String message) {
        super(message);
    }
}
