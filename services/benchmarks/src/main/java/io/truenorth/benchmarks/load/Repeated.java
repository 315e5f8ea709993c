package io.truenorth.benchmarks.load;

import io.truenorth.contract.Touchpoint;

/** Another stream in which some touchpoints come a second time, as after a producer's retry. */
final class Repeated implements TouchpointStream {
    private static final int ONE_IN = 500;

    private final TouchpointStream once;
    private Touchpoint latest;
    private int count;

    Repeated(TouchpointStream once) {
        this.once = once;
        this.latest = once.next();
    }

    @Override
    public Touchpoint next() {
        count++;
        if (count > 1 && count % ONE_IN > 0) {
            latest = once.next();
        }
        return latest;
    }
}
