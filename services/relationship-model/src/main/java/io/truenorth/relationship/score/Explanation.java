package io.truenorth.relationship.score;

import io.truenorth.relationship.model.Dimension;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a customer stands where they stand. Amounts are micro-points and add up exactly: kinds to their channel, channels
 * to their dimension, dimensions to the score.
 *
 * @param snapshot what is explained
 * @param dimensions all six, in the order of {@link Dimension}
 * @param advocacyMassBySubject decayed advocacy points by brand, product line or campaign; only those above 0
 */
public record Explanation(
        ScoreSnapshot snapshot, List<DimensionShare> dimensions, Map<String, Double> advocacyMassBySubject) {

    /**
     * What one dimension gives.
     *
     * @param channels the channels it comes from, by name; empty for reciprocity and sentiment, which are not split, and
     *     where nothing is given
     */
    public record DimensionShare(Dimension dimension, long microPoints, List<ChannelShare> channels) {}

    /** What one channel gives to a dimension, with the kinds of touch it comes from, by name. */
    public record ChannelShare(String channel, long microPoints, List<KindShare> kinds) {}

    /** What one kind of touch gives to a channel. */
    public record KindShare(String kind, long microPoints) {}

    /** What each channel gives over all dimensions that are split, by name. */
    public Map<String, Long> byChannel() {
        Map<String, Long> sums = new TreeMap<>();
        for (DimensionShare dimension : dimensions) {
            dimension.channels().forEach(share -> sums.merge(share.channel(), share.microPoints(), Long::sum));
        }
        return sums;
    }

    /** What each brand, product line or campaign gives to advocacy, by its mass; only those that give anything. */
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
