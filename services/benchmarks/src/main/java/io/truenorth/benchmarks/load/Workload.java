package io.truenorth.benchmarks.load;

import io.truenorth.schemas.TopicCatalogue;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/** What is processed. */
public enum Workload {
    /** A year of touchpoints in the order in which they occurred. */
    BACKLOG,
    /** The same touchpoints, each at a random place up to about a tenth of the year after its own. */
    OUT_OF_ORDER,
    /** As the backlog, but one customer accounts for one touchpoint in a hundred. */
    HOT_CUSTOMER,
    /** As the backlog, but all customers are in the same region and tier. */
    HOT_SCOPE,
    /** Touchpoints that occur as they are written, at a rising rate, of any customer with a history. */
    LIVE,
    /** The same of a hundredth of the customers, so that caches hold all of them. */
    LIVE_CACHED;

    private static final int HOT_SHARE = 100;
    private static final int CACHED_SHARE = 100;
    private static final int DISPLACEMENT_SHARE = 10;
    private static final int TOUCHES_ON_DISK = 3;

    /** Returns its name on the command line and in results. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the topics of this load. */
    public TopicCatalogue topics() {
        return TopicCatalogue.standard().withPrefix(title() + ".");
    }

    /** Returns whether its touchpoints are written while they are processed, after a history. */
    public boolean isLive() {
        return this == LIVE || this == LIVE_CACHED;
    }

    /** Returns the number of touchpoints that are written before the processing starts. */
    public int events(WorkloadSize size) {
        return isLive() ? TOUCHES_ON_DISK * size.customersOnDisk() : size.events();
    }

    /** Returns the touchpoints that are written before the processing starts, some of them twice. */
    public TouchpointStream touchpoints(WorkloadSize size) {
        return new Repeated(once(size));
    }

    private TouchpointStream once(WorkloadSize size) {
        return switch (this) {
            case BACKLOG -> backlog(size, even(size), CustomerAttributes::even);
            case OUT_OF_ORDER ->
                new Displaced(
                        backlog(size, even(size), CustomerAttributes::even),
                        size.events(),
                        new SplittableRandom(size.seed()),
                        Math.max(1, size.events() / DISPLACEMENT_SHARE));
            case HOT_CUSTOMER -> backlog(size, oneHot(even(size)), CustomerAttributes::even);
            case HOT_SCOPE -> backlog(size, even(size), CustomerAttributes::hot);
            case LIVE, LIVE_CACHED -> backlog(size, inTurn(size.customersOnDisk()), CustomerAttributes::even);
        };
    }

    /** Returns the touchpoints of a live load that occur during the run. */
    public LiveTouchpoints liveTouchpoints(WorkloadSize size) {
        return new LiveTouchpoints(
                size.seed() + 1,
                this == LIVE_CACHED ? Math.max(1, size.customersOnDisk() / CACHED_SHARE) : size.customersOnDisk());
    }

    private Backlog backlog(
            WorkloadSize size, ToIntFunction<SplittableRandom> customers, CustomerAttributes.Source attributes) {
        SplittableRandom random = new SplittableRandom(size.seed());
        return new Backlog(random, new TouchpointFactory(random, attributes), customers, events(size), size.until());
    }

    private static ToIntFunction<SplittableRandom> even(WorkloadSize size) {
        return new Frequencies(size.customers())::any;
    }

    private static ToIntFunction<SplittableRandom> oneHot(ToIntFunction<SplittableRandom> others) {
        return random -> random.nextInt(HOT_SHARE) == 0 ? 0 : others.applyAsInt(random);
    }

    private static ToIntFunction<SplittableRandom> inTurn(int customers) {
        int[] next = {0};
        return random -> next[0]++ % customers;
    }
}
