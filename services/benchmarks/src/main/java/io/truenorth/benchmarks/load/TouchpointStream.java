package io.truenorth.benchmarks.load;

import io.truenorth.contract.Touchpoint;

/** Touchpoints in the order in which they arrive, without end. */
@FunctionalInterface
public interface TouchpointStream {
    /** Returns the next one. */
    Touchpoint next();
}
