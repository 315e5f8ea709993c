package io.truenorth.streams.customer;

import io.truenorth.relationship.score.Explanation;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.streams.rollup.ChannelAndKind;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a customer came from one moment to another.
 *
 * @param before where the customer stood at the first moment; nothing if nothing had happened by then
 * @param kinds micro-points gained (above 0) or lost (below 0) by each channel and kind; those that moved nothing are left out
 */
public record Movement(Optional<ScoreSnapshot> before, SortedMap<ChannelAndKind, Long> kinds) {

    /**
     * From one moment to another.
     *
     * @param wasKnown whether something had happened by the first one
     */
    static Movement between(Explanation before, boolean wasKnown, Explanation now) {
        SortedMap<ChannelAndKind, Long> kinds = new TreeMap<>();
        add(kinds, KindContribution.allOf(now), 1);
        add(kinds, KindContribution.allOf(before), -1);
        kinds.values().removeIf(microPoints -> microPoints == 0);
        return new Movement(Optional.of(before.snapshot()).filter(snapshot -> wasKnown), kinds);
    }

    private static void add(SortedMap<ChannelAndKind, Long> kinds, List<KindContribution> contributions, int sign) {
        contributions.forEach(
                kind -> kinds.merge(kind.where(), sign * kind.given().sum(), Long::sum));
    }
}
