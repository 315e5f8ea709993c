package io.truenorth.streams.customer;

import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.Contributions;
import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.Explanation.ChannelShare;
import io.truenorth.relationship.score.Explanation.DimensionShare;
import io.truenorth.relationship.score.Explanation.KindShare;
import io.truenorth.streams.rollup.ChannelAndKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The contribution of one kind of touch on one channel to a score, for the four dimensions that are split.
 *
 * @param where the channel and the kind
 * @param given micro-points; reciprocity and sentiment are 0
 */
record KindContribution(ChannelAndKind where, Contributions given) {
    private static final int DIMENSIONS = Dimension.values().length;

    /** Returns the contributions of an explanation, ordered by channel and kind. */
    static List<KindContribution> allOf(Explanation explanation) {
        Map<String, Map<String, long[]>> given = new TreeMap<>();
        for (DimensionShare dimension : explanation.dimensions()) {
            for (ChannelShare channel : dimension.channels()) {
                add(given.computeIfAbsent(channel.channel(), name -> new TreeMap<>()), dimension, channel);
            }
        }
        List<KindContribution> kinds = new ArrayList<>();
        given.forEach((channel, byKind) -> byKind.forEach((kind, amounts) ->
                kinds.add(new KindContribution(new ChannelAndKind(channel, kind), Contributions.of(amounts)))));
        return kinds;
    }

    private static void add(Map<String, long[]> byKind, DimensionShare dimension, ChannelShare channel) {
        for (KindShare share : channel.kinds()) {
            long[] amounts = byKind.computeIfAbsent(share.kind(), name -> new long[DIMENSIONS]);
            amounts[dimension.dimension().ordinal()] += share.microPoints();
        }
    }
}
