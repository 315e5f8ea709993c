package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.pipeline.Visits.Session;
import io.truenorth.benchmarks.pipeline.Visits.Step;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The touchpoints of a year in the order in which they happened, the same for the same seed: visits of one to four touches
 * within minutes, of customers who come more or less often.
 */
final class Backlog {
    private static final long YEAR = Duration.ofDays(365).toMillis();
    private static final long LONGEST_PAUSE = Duration.ofMinutes(3).toMillis();
    private static final double TOUCHES_OF_VISIT = 2.2;
    private static final double GOES_ON = 0.75;
    private static final List<String> PRODUCTS = List.of("", "", "almanac", "compass", "lantern", "sextant");
    private static final List<String> REGIONS = List.of("north", "south", "east", "west");
    private static final List<String> TIERS = List.of("basic", "basic", "basic", "plus", "premium");

    private final SplittableRandom random;
    private final Frequencies customers;
    private final long pauseBetweenVisits;
    private final PriorityQueue<Touchpoint> upcoming =
            new PriorityQueue<>(Comparator.comparingLong(Touchpoint::getOccurredAt));
    private long nextVisit;

    /**
     * A backlog.
     *
     * @param events how many touchpoints the year is to have
     * @param until the end of the year, epoch ms
     */
    Backlog(long seed, int events, int customers, long until) {
        this.random = new SplittableRandom(seed);
        this.customers = new Frequencies(customers);
        this.pauseBetweenVisits = (long) (YEAR / (events / TOUCHES_OF_VISIT));
        this.nextVisit = until - YEAR;
    }

    Touchpoint next() {
        Touchpoint first = upcoming.peek();
        while (first == null || first.getOccurredAt() >= nextVisit) {
            visit();
            first = upcoming.peek();
        }
        return upcoming.remove();
    }

    private void visit() {
        int customer = customers.any(random);
        Session visit = Visits.any(random);
        String product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
        long at = nextVisit;
        for (Step step : visit.steps()) {
            upcoming.add(touchpoint(customer, visit.channel(), step, product, at));
            at += 1 + random.nextLong(LONGEST_PAUSE);
            if (random.nextDouble() >= GOES_ON) {
                break;
            }
        }
        nextVisit += pauseBetweenVisits;
    }

    private Touchpoint touchpoint(int customer, String channel, Step step, String product, long at) {
        return new Touchpoint(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                List.of(new Identity("crm", "customer-" + customer)),
                at,
                at,
                channel,
                step.kind(),
                product,
                step.direction(),
                step.said() ? sentiment() : null,
                step.paid() ? new Money(500 + random.nextLong(20_000), "EUR") : null,
                attributes(customer),
                channel + "-collector",
                null,
                0,
                List.of(),
                null,
                Map.of());
    }

    private @Nullable Double sentiment() {
        return random.nextInt(3) - 1.0;
    }

    /** One touchpoint in five tells something of the customer; where they live stays, what they are worth to us may change. */
    private Map<String, String> attributes(int customer) {
        if (random.nextInt(5) > 0) {
            return Map.of();
        }
        return Map.of(
                "region", REGIONS.get(customer % REGIONS.size()),
                "tier", TIERS.get(random.nextInt(TIERS.size())));
    }
}
