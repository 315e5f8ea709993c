package io.truenorth.relationship.score;

import io.truenorth.relationship.score.Explanation.ChannelShare;
import io.truenorth.relationship.score.Explanation.KindShare;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** Masses by channel and kind, and a contribution split over them exactly. */
final class KindMasses {

    private final Map<String, Map<String, Double>> channels = new TreeMap<>();

    void add(String channel, String kind, double mass) {
        channels.computeIfAbsent(channel, name -> new TreeMap<>()).merge(kind, mass, Double::sum);
    }

    /** Splits over the channels by their masses, and within a channel over the kinds by theirs. */
    List<ChannelShare> split(long microPoints) {
        return split(microPoints, mass -> mass);
    }

    /** Splits over the channels by a function of their masses, and within a channel over the kinds by theirs. */
    List<ChannelShare> split(long microPoints, DoubleUnaryOperator channelMass) {
        double[] masses = channels.values().stream()
                .mapToDouble(kinds -> channelMass.applyAsDouble(sum(kinds)))
                .toArray();
        long[] parts = LargestRemainder.split(microPoints, masses);
        List<ChannelShare> shares = new ArrayList<>(parts.length);
        int next = 0;
        for (Map.Entry<String, Map<String, Double>> channel : channels.entrySet()) {
            long part = parts[next++];
            if (part > 0) {
                shares.add(new ChannelShare(channel.getKey(), part, splitKinds(part, channel.getValue())));
            }
        }
        return shares;
    }

    /** In the order of the names: a stream's own sum leaves its order open. */
    private static double sum(Map<String, Double> kinds) {
        double sum = 0;
        for (double mass : kinds.values()) {
            sum += mass;
        }
        return sum;
    }

    private static List<KindShare> splitKinds(long microPoints, Map<String, Double> kinds) {
        long[] parts = LargestRemainder.split(
                microPoints, kinds.values().stream().mapToDouble(mass -> mass).toArray());
        List<KindShare> shares = new ArrayList<>(parts.length);
        int next = 0;
        for (String kind : kinds.keySet()) {
            long part = parts[next++];
            if (part > 0) {
                shares.add(new KindShare(kind, part));
            }
        }
        return shares;
    }

    /** Adds up shares of the same channel and kind. */
    static List<ChannelShare> sum(Collection<List<ChannelShare>> splits) {
        Map<String, Map<String, Long>> sums = new TreeMap<>();
        for (List<ChannelShare> split : splits) {
            for (ChannelShare share : split) {
                Map<String, Long> kinds = sums.computeIfAbsent(share.channel(), name -> new TreeMap<>());
                share.kinds().forEach(kind -> kinds.merge(kind.kind(), kind.microPoints(), Long::sum));
            }
        }
        List<ChannelShare> shares = new ArrayList<>(sums.size());
        sums.forEach((channel, kinds) -> {
            List<KindShare> kindShares = new ArrayList<>(kinds.size());
            kinds.forEach((kind, part) -> kindShares.add(new KindShare(kind, part)));
            long whole = kindShares.stream().mapToLong(KindShare::microPoints).sum();
            shares.add(new ChannelShare(channel, whole, kindShares));
        });
        return shares;
    }
}
