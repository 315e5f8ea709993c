package io.truenorth.benchmarks.contender;

/** How much of the work is done, each step with all before it. */
enum Ceiling {
    POLL,
    DECODE,
    FOLD,
    SCORE,
    PUBLISH;

    boolean includes(Ceiling step) {
        return compareTo(step) >= 0;
    }
}
