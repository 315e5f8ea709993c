package io.truenorth.simulator;

import java.time.Instant;
import java.util.List;

/**
 * What goes wrong on purpose, so that somebody can find it.
 *
 * @param hurtingChannels channels that drive customers away
 * @param singleChannels segments that know the brand by one channel only
 * @param divisiveProducts products whose buyers speak against the brand
 */
public record Scenario(
        List<HurtingChannel> hurtingChannels,
        List<SingleChannelSegment> singleChannels,
        List<DivisiveProduct> divisiveProducts) {

    /** Nothing goes wrong on purpose. */
    public static final Scenario NONE = new Scenario(List.of(), List.of(), List.of());

    public Scenario {
        hurtingChannels = List.copyOf(hurtingChannels);
        singleChannels = List.copyOf(singleChannels);
        divisiveProducts = List.copyOf(divisiveProducts);
    }

    /**
     * A channel that hurts for a time: whoever is active there may run into trouble.
     *
     * @param channel where: one of {@link Vocabulary#VISITED}
     * @param from since when, in event time
     * @param until until when, exclusive
     * @param random the chance of trouble of one day's visit, 0 to 1
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
     * A segment that knows the brand by one channel only: it visits no other, and left no address to write to.
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
     * A product that divides: whoever buys it may run into trouble with it.
     *
     * @param product one of {@link Vocabulary#PRODUCTS}
     * @param random the chance of trouble of one purchase, 0 to 1
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
