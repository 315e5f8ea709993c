package io.truenorth.simulator;

import java.time.Instant;
import java.util.List;

/**
 * Planted problems, which analyses are expected to find.
 *
 * @param hurtingChannels channels that cause incidents
 * @param singleChannels segments that use a single channel
 * @param divisiveProducts products whose buyers become detractors
 */
public record Scenario(
        List<HurtingChannel> hurtingChannels,
        List<SingleChannelSegment> singleChannels,
        List<DivisiveProduct> divisiveProducts) {

    /** No planted problems. */
    public static final Scenario NONE = new Scenario(List.of(), List.of(), List.of());

    public Scenario {
        hurtingChannels = List.copyOf(hurtingChannels);
        singleChannels = List.copyOf(singleChannels);
        divisiveProducts = List.copyOf(divisiveProducts);
    }

    /**
     * A channel that causes incidents for its users during a period.
     *
     * @param channel one of {@link Vocabulary#VISITED}
     * @param from start of the period, in event time
     * @param until end of the period, exclusive
     * @param random the probability of an incident per day of visits, 0 to 1
     */
    public record HurtingChannel(String channel, Instant from, Instant until, double random) {
        public HurtingChannel {
            requireOneOf(Vocabulary.VISITED, "channel", channel);
            requireChance(random);
        }

        boolean hurts(String visited, long at) {
            return channel.equals(visited) && at >= from.toEpochMilli() && at < until.toEpochMilli();
        }
    }

    /**
     * A segment that uses a single channel: its customers visit no other one and have no contact address.
     *
     * @param attribute {@code region} or {@code acquired_by}
     * @param value its value
     * @param channel one of {@link Vocabulary#VISITED}
     */
    public record SingleChannelSegment(String attribute, String value, String channel) {
        public SingleChannelSegment {
            requireOneOf(List.of("region", "acquired_by"), "attribute", attribute);
            requireOneOf(attribute.equals("region") ? Vocabulary.REGIONS : Vocabulary.ORIGINS, attribute, value);
            requireOneOf(Vocabulary.VISITED, "channel", channel);
        }
    }

    /**
     * A product that causes incidents for its buyers.
     *
     * @param product one of {@link Vocabulary#PRODUCTS}
     * @param random the probability of an incident per purchase, 0 to 1
     */
    public record DivisiveProduct(String product, double random) {
        public DivisiveProduct {
            requireOneOf(Vocabulary.PRODUCTS, "product", product);
            requireChance(random);
        }
    }

    private static void requireOneOf(List<String> words, String what, String word) {
        if (!words.contains(word)) {
            throw new IllegalArgumentException(what + ": expected one of " + words + ", was " + word);
        }
    }

    private static void requireChance(double random) {
        if (!(random >= 0 && random <= 1)) {
            throw new IllegalArgumentException("chance: expected 0 to 1, was " + random);
        }
    }

    double incidentOnVisit(String channel, long at) {
        return hurtingChannels.stream()
                .filter(fault -> fault.hurts(channel, at))
                .mapToDouble(HurtingChannel::random)
                .max()
                .orElse(0);
    }

    double incidentWith(String product) {
        return divisiveProducts.stream()
                .filter(fault -> fault.product().equals(product))
                .mapToDouble(DivisiveProduct::random)
                .max()
                .orElse(0);
    }
}
