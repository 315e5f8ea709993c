package io.truenorth.dashboard.insight;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.Population;
import io.truenorth.dashboard.Population.Someone;
import io.truenorth.dashboard.moves.KnownMoves;
import io.truenorth.dashboard.moves.MovesSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Some hundred customers by chance: alike wherever they are, or with differences of their own by channel, region and product. */
final class RandomCustomers {
    static final List<String> CHANNELS = List.of("web", "app", "store", "support", "social", "email");
    static final List<String> REGIONS = List.of("north", "south", "east", "west");
    static final List<String> PRODUCTS = List.of("almanac", "compass", "lantern", "sextant");

    private final Random random;
    private final Map<String, Double> againstMore = new HashMap<>();
    private final Map<String, Double> singleMore = new HashMap<>();
    private final Map<String, Double> fallMore = new HashMap<>();
    private final Map<String, Stage> before = new HashMap<>();

    RandomCustomers(long seed) {
        this.random = new Random(seed);
    }

    /** Some of the channels and products offend, and some of the regions know few channels, as chance has it. */
    RandomCustomers withDifferences() {
        CHANNELS.forEach(channel -> againstMore.put(channel, random.nextDouble() * 0.3));
        PRODUCTS.forEach(product -> againstMore.put(product, random.nextDouble() * 0.3));
        REGIONS.forEach(region -> singleMore.put(region, random.nextDouble() * 0.5));
        REGIONS.forEach(region -> fallMore.put(region, random.nextDouble() * 0.4));
        return this;
    }

    /** Those of a channel speak against us more often than others by that much. */
    RandomCustomers offendedBy(String channel, double more) {
        againstMore.put(channel, more);
        return this;
    }

    Population population() {
        Population people = new Population();
        int count = 400 + random.nextInt(1_200);
        for (int i = 0; i < count; i++) {
            add("c" + i, people);
        }
        return people;
    }

    /** What moved in the last 30 days among those of the population. */
    MovesSource moves() {
        return new KnownMoves().know(30, KnownMoves.from(before));
    }

    private void add(String id, Population people) {
        String region = oneOf(REGIONS);
        String main = oneOf(CHANNELS);
        Stage stage = oneOf(List.of(Stage.values()));
        boolean hasFallen = stage != Stage.ADVOCATE && isSo(0.1 + fallMore.getOrDefault(region, 0.0));
        before.put(id, hasFallen ? Stage.values()[stage.ordinal() + 1] : stage);
        Someone someone = people.add(id);
        someone.at(stage, 1_000_000L * (1 + random.nextInt(99))).from(region).on(main, 20_000_000);
        if (!isSo(0.3 + singleMore.getOrDefault(region, 0.0))) {
            CHANNELS.stream()
                    .filter(channel -> !channel.equals(main))
                    .limit(1)
                    .forEach(other -> someone.on(other, 9_000_000));
        }
        double against = 0.1 + againstMore.getOrDefault(main, 0.0);
        if (isSo(0.4)) {
            String product = oneOf(PRODUCTS);
            against += againstMore.getOrDefault(product, 0.0);
            someone.recommending(product);
        }
        if (isSo(0.2)) {
            someone.displeasedOn(oneOf(CHANNELS), isSo(0.5) ? oneOf(PRODUCTS) : "");
        }
        (isSo(against) ? someone.against(0.6) : someone).known();
    }

    private boolean isSo(double chance) {
        return random.nextDouble() < chance;
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
