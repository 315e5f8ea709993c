package io.truenorth.relationship.score;

import io.truenorth.relationship.score.Explanation.ChannelShare;
import io.truenorth.relationship.score.Explanation.KindShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * Masses of several sorts by channel and kind, and contributions split over them exactly: first over the channels, then
 * within each over its kinds, both in the order of their names.
 *
 * <p>All sorts of a kind share one array, since one touch usually adds to several of them.
 */
final class KindMasses {

    private final int sorts;
    private final TreeMap<String, TreeMap<String, KindMass>> channels = new TreeMap<>();

    /** The masses of one kind on one channel, by sort, and its share of the contribution being split. */
    private static final class KindMass {
        private final double[] masses;
        private long given;

        KindMass(int sorts) {
            this.masses = new double[sorts];
        }
    }

    KindMasses(int sorts) {
        this.sorts = sorts;
    }

    /** Returns the masses of one kind on one channel, by sort, for the caller to add to. */
    double[] of(String channel, String kind) {
        TreeMap<String, KindMass> kinds = channels.get(channel);
        if (kinds == null) {
            kinds = new TreeMap<>();
            channels.put(channel, kinds);
        }
        KindMass mass = kinds.get(kind);
        if (mass == null) {
            mass = new KindMass(sorts);
            kinds.put(kind, mass);
        }
        return mass.masses;
    }

    /** Splits a part of the contribution by the masses of one sort. */
    void give(int sort, long microPoints) {
        give(sort, microPoints, mass -> mass);
    }

    /**
     * Splits a part over the channels by a function of their masses of one sort, and within a channel by the masses
     * themselves.
     */
    void give(int sort, long microPoints, DoubleUnaryOperator channelMass) {
        if (microPoints == 0) {
            return;
        }
        double[] masses = new double[channels.size()];
        int next = 0;
        for (Map<String, KindMass> kinds : channels.values()) {
            masses[next++] = channelMass.applyAsDouble(sum(kinds, sort));
        }
        long[] parts = LargestRemainder.split(microPoints, masses);
        next = 0;
        for (Map<String, KindMass> kinds : channels.values()) {
            giveKinds(kinds, sort, parts[next++]);
        }
    }

    private static double sum(Map<String, KindMass> kinds, int sort) {
        double sum = 0;
        for (KindMass kind : kinds.values()) {
            sum += kind.masses[sort];
        }
        return sum;
    }

    private static void giveKinds(Map<String, KindMass> kinds, int sort, long microPoints) {
        if (microPoints == 0) {
            return;
        }
        double[] masses = new double[kinds.size()];
        int next = 0;
        for (KindMass kind : kinds.values()) {
            masses[next++] = kind.masses[sort];
        }
        long[] parts = LargestRemainder.split(microPoints, masses);
        next = 0;
        for (KindMass kind : kinds.values()) {
            kind.given += parts[next++];
        }
    }

    /** Returns the shares of each channel and kind since the last call, without those of 0. */
    List<ChannelShare> taken() {
        List<ChannelShare> shares = new ArrayList<>(channels.size());
        channels.forEach((channel, kinds) -> {
            List<KindShare> kindShares = takenOf(kinds);
            if (!kindShares.isEmpty()) {
                long whole = 0;
                for (KindShare share : kindShares) {
                    whole += share.microPoints();
                }
                shares.add(new ChannelShare(channel, whole, kindShares));
            }
        });
        return shares;
    }

    private static List<KindShare> takenOf(Map<String, KindMass> kinds) {
        List<KindShare> shares = new ArrayList<>(kinds.size());
        kinds.forEach((kind, mass) -> {
            if (mass.given > 0) {
                shares.add(new KindShare(kind, mass.given));
                mass.given = 0;
            }
        });
        return shares;
    }
}
