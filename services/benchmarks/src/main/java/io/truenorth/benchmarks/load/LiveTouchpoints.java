package io.truenorth.benchmarks.load;

import io.truenorth.contract.Touchpoint;
import java.util.SplittableRandom;

/** Single touchpoints, each of any customer. The same for the same seed and the same times. */
public final class LiveTouchpoints {
    private final SplittableRandom random;
    private final TouchpointFactory touchpoints;
    private final int customers;

    LiveTouchpoints(long seed, int customers) {
        this.random = new SplittableRandom(seed);
        this.touchpoints = new TouchpointFactory(random, CustomerAttributes::even);
        this.customers = customers;
    }

    /**
     * Returns the next one.
     *
     * @param at when it occurs, epoch ms
     */
    public Touchpoint next(long at) {
        Visits.Session visit = Visits.any(random);
        Visits.Step step = visit.steps().get(random.nextInt(visit.steps().size()));
        return touchpoints.touchpoint(random.nextInt(customers), visit.channel(), step, "", at);
    }
}
