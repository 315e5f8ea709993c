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
     * @param channel where: one of {@link Words#VISITED}
     * @param from since when, in event time
     * @param until until when, exclusive
     * @param chance the chance of trouble of one day's visit, 0 to 1
     */
    public record HurtingChannel(String channel, Instant from, Instant until, double chance) {
        public HurtingChannel {
            requireOneOf(Words.VISITED, "channel", channel);
            requireChance(chance);
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
     * @param channel one of {@link Words#VISITED}
     */
    public record SingleChannelSegment(String attribute, String value, String channel) {
        public SingleChannelSegment {
            requireOneOf(List.of("region", "acquired_by"), "attribute", attribute);
            requireOneOf(attribute.equals("region") ? Words.REGIONS : Words.ORIGINS, attribute, value);
            requireOneOf(Words.VISITED, "channel", channel);
        }
    }

    /**
     * A product that divides: whoever buys it may run into trouble with it.
     *
     * @param product one of {@link Words#PRODUCTS}
     * @param chance the chance of trouble of one purchase, 0 to 1
     */
    public record DivisiveProduct(String product, double chance) {
        public DivisiveProduct {
            requireOneOf(Words.PRODUCTS, "product", product);
            requireChance(chance);
        }
    }

    private static void requireOneOf(List<String> words, String what, String word) {
        if (!words.contains(word)) {
            throw new IllegalArgumentException(what + ": expected one of " + words + ", was " + word);
        }
    }

    private static void requireChance(double chance) {
        if (!(chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException("chance: expected 0 to 1, was " + chance);
        }
    }

    double troubleOnVisit(String channel, long at) {
        return hurtingChannels.stream()
                .filter(fault -> fault.hurts(channel, at))
                .mapToDouble(HurtingChannel::chance)
                .max()
                .orElse(0);
    }

    double troubleWith(String product) {
        return divisiveProducts.stream()
                .filter(fault -> fault.product().equals(product))
                .mapToDouble(DivisiveProduct::chance)
                .max()
                .orElse(0);
    }
}
