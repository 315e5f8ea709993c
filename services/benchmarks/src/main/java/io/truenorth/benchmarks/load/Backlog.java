package io.truenorth.benchmarks.load;

import io.truenorth.benchmarks.load.Visits.Session;
import io.truenorth.benchmarks.load.Visits.Step;
import io.truenorth.contract.Touchpoint;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/** The touchpoints of a year in the order in which they occurred: visits of one to four touches within minutes. */
final class Backlog implements TouchpointStream {
    private static final long YEAR = Duration.ofDays(365).toMillis();
    private static final long LONGEST_PAUSE = Duration.ofMinutes(3).toMillis();
    private static final double TOUCHES_OF_VISIT = 2.2;
    private static final double GOES_ON = 0.75;
    private static final List<String> PRODUCTS = List.of("", "", "almanac", "compass", "lantern", "sextant");

    private final SplittableRandom random;
    private final TouchpointFactory touchpoints;
    private final ToIntFunction<SplittableRandom> customers;
    private final long pauseBetweenVisits;
    private final PriorityQueue<Touchpoint> upcoming =
            new PriorityQueue<>(Comparator.comparingLong(Touchpoint::getOccurredAt));
    private long nextVisit;

    /**
     * Creates a backlog.
     *
     * @param customers chooses the customer of a visit
     * @param events how many touchpoints the year is to have
     * @param until the end of the year, epoch ms
     */
    Backlog(
            SplittableRandom random,
            TouchpointFactory touchpoints,
            ToIntFunction<SplittableRandom> customers,
            int events,
            long until) {
        this.random = random;
        this.touchpoints = touchpoints;
        this.customers = customers;
        this.pauseBetweenVisits = (long) (YEAR / (events / TOUCHES_OF_VISIT));
        this.nextVisit = until - YEAR;
    }

    @Override
    public Touchpoint next() {
        Touchpoint first = upcoming.peek();
        while (first == null || first.getOccurredAt() >= nextVisit) {
            visit();
            first = upcoming.peek();
        }
        return upcoming.remove();
    }

    private void visit() {
        int customer = customers.applyAsInt(random);
        Session visit = Visits.any(random);
        String product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
        long at = nextVisit;
        for (Step step : visit.steps()) {
            upcoming.add(touchpoints.touchpoint(customer, visit.channel(), step, product, at));
            at += 1 + random.nextLong(LONGEST_PAUSE);
            if (random.nextDouble() >= GOES_ON) {
                break;
            }
        }
        nextVisit += pauseBetweenVisits;
    }
}
