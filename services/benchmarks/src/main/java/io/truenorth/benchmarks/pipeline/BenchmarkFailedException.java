package io.truenorth.benchmarks.pipeline;

/** The benchmark has no result: a contender failed or did wrong, or something around it is not there. */
final class BenchmarkFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchmarkFailedException(String message) {
        super(message);
    }
}
