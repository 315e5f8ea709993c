package io.truenorth.streams.customer;

import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.KindContribution;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.streams.rollup.ChannelAndKind;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The change of a customer's score between two times.
 *
 * @param before the score at the first time; empty if no event had occurred
 * @param kinds micro-points gained (above 0) or lost (below 0) by channel and kind; those of 0 are omitted
 */
public record Movement(Optional<ScoreSnapshot> before, SortedMap<ChannelAndKind, Long> kinds) {

    /**
     * Returns the change between two times.
     *
     * @param wasKnown whether an event had occurred by the first time
     */
    static Movement between(Explanation before, boolean wasKnown, Explanation now) {
        SortedMap<ChannelAndKind, Long> kinds = new TreeMap<>();
        add(kinds, now.kinds(), 1);
        add(kinds, before.kinds(), -1);
        kinds.values().removeIf(microPoints -> microPoints == 0);
        return new Movement(Optional.of(before.snapshot()).filter(snapshot -> wasKnown), kinds);
    }

    private static void add(SortedMap<ChannelAndKind, Long> kinds, List<KindContribution> contributions, int sign) {
        contributions.forEach(
                kind -> kinds.merge(new ChannelAndKind(kind.channel(), kind.kind()), sign * kind.sum(), Long::sum));
    }
}
