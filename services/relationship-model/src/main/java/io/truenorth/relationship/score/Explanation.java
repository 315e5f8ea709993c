package io.truenorth.relationship.score;

import io.truenorth.relationship.model.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A score split over dimensions, channels and kinds. Amounts are micro-points and add up exactly: kinds to their
 * channel, channels to their dimension, dimensions to the score.
 *
 * @param snapshot the score explained
 * @param kinds what each kind on each channel contributes, ordered by channel and kind
 * @param advocacyMassBySubject decayed advocacy points by brand, product line or campaign; only those above 0
 */
public record Explanation(
        ScoreSnapshot snapshot, List<KindContribution> kinds, Map<String, Double> advocacyMassBySubject) {

    /**
     * The contribution of one dimension.
     *
     * @param channels the contributing channels, by name; empty for reciprocity and sentiment, which are not split, and
     *     for a contribution of 0
     */
    public record DimensionShare(Dimension dimension, long microPoints, List<ChannelShare> channels) {}

    /** The contribution of one channel to a dimension, with the contributing kinds of touch, by name. */
    public record ChannelShare(String channel, long microPoints, List<KindShare> kinds) {}

    /** The contribution of one kind of touch on one channel. */
    public record KindShare(String kind, long microPoints) {}

    /** Returns the contributions of all six dimensions, in the order of {@link Dimension}. */
    public List<DimensionShare> dimensions() {
        List<DimensionShare> dimensions = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            dimensions.add(
                    new DimensionShare(dimension, snapshot.contributions().of(dimension), channelsOf(dimension)));
        }
        return dimensions;
    }

    private List<ChannelShare> channelsOf(Dimension dimension) {
        Map<String, List<KindShare>> byChannel = new TreeMap<>();
        for (KindContribution kind : kinds) {
            long microPoints = kind.given().of(dimension);
            if (microPoints > 0) {
                byChannel
                        .computeIfAbsent(kind.channel(), channel -> new ArrayList<>())
                        .add(new KindShare(kind.kind(), microPoints));
            }
        }
        List<ChannelShare> channels = new ArrayList<>();
        byChannel.forEach((channel, shares) -> channels.add(new ChannelShare(
                channel, shares.stream().mapToLong(KindShare::microPoints).sum(), shares)));
        return channels;
    }

    /** Returns the contribution of each channel over all dimensions that are split, by name. */
    public Map<String, Long> byChannel() {
        Map<String, Long> sums = new TreeMap<>();
        kinds.forEach(kind -> sums.merge(kind.channel(), kind.sum(), Long::sum));
        return sums;
    }

    /**
     * Returns the advocacy contribution of each brand, product line or campaign, in proportion to its mass; only those
     * above 0.
     */
    public Map<String, Long> advocacyBySubject() {
        List<String> subjects = List.copyOf(new TreeMap<>(advocacyMassBySubject).keySet());
        double[] masses =
                subjects.stream().mapToDouble(advocacyMassBySubject::get).toArray();
        long[] parts = LargestRemainder.split(snapshot.contributions().advocacy(), masses);
        Map<String, Long> shares = new TreeMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                shares.put(subjects.get(i), parts[i]);
            }
        }
        return shares;
    }
}
