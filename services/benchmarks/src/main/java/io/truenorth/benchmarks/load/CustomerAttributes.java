package io.truenorth.benchmarks.load;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The attributes with which touchpoints name their customers. One touchpoint in five has some. */
final class CustomerAttributes {
    private static final List<String> REGIONS = List.of("north", "south", "east", "west");
    private static final List<String> TIERS = List.of("basic", "basic", "basic", "plus", "premium");
    private static final int TOUCHPOINTS_PER_ATTRIBUTES = 5;

    private CustomerAttributes() {}

    /** Returns the attributes of the next touchpoint of a customer. */
    @FunctionalInterface
    interface Source {
        Map<String, String> of(int customer, SplittableRandom random);
    }

    /** The region of a customer stays, the tier changes. */
    static Map<String, String> even(int customer, SplittableRandom random) {
        return random.nextInt(TOUCHPOINTS_PER_ATTRIBUTES) > 0
                ? Map.of()
                : Map.of(
                        "region", REGIONS.get(customer % REGIONS.size()),
                        "tier", TIERS.get(random.nextInt(TIERS.size())));
    }

    /** All customers have the same region and tier. */
    static Map<String, String> hot(int customer, SplittableRandom random) {
        return random.nextInt(TOUCHPOINTS_PER_ATTRIBUTES) > 0
                ? Map.of()
                : Map.of("region", REGIONS.get(0), "tier", TIERS.get(0));
    }
}
