package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.score.ScoreEffect.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells why a customer's score differs between two moments. The first score becomes the second in four steps, one for each
 * {@link Cause}: the model of the second moment, the identities that the customer has then, the decay between the moments, and the
 * touches between them, one after the other. Each step is the difference of two exact explanations, so that all effects
 * add up to the difference of the scores.
 *
 * <p>Both scores are those of the touches that are known now, whenever they arrived.
 */
public final class ScoreComparison {
    private final RelationshipScoring before;
    private final RelationshipScoring after;

    /**
     * Creates a comparison.
     *
     * @param before the scoring in effect at the first moment
     * @param after the scoring in effect at the second moment
     */
    public ScoreComparison(RelationshipScoring before, RelationshipScoring after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Compares two moments.
     *
     * @param former the ledger of the identities that the customer had at the first moment
     * @param ledger the ledger of all identities
     * @param from the first moment, epoch ms
     * @param to the second moment, epoch ms, not before the first
     * @throws IllegalArgumentException if the second moment is before the first
     */
    public ScoreChange between(RelationshipLedger former, RelationshipLedger ledger, long from, long to) {
        if (to < from) {
            throw new IllegalArgumentException("expected a moment not before " + from + ", was " + to);
        }
        List<ScoreEffect> effects = new ArrayList<>();
        Explanation first = before.assess(former, from).explanation();
        Explanation sameModel =
                before == after ? first : after.assess(former, from).explanation();
        addDifference(Cause.MODEL, first, sameModel, effects);
        Explanation joined = after.assess(ledger, from).explanation();
        addDifference(Cause.JOIN, sameModel, joined, effects);
        TouchEffects touches = after.touchEffects(to, effects::add);
        ledger.forEachDay(Days.lastBefore(from), touches::addEarlier);
        addDifference(Cause.DECAY, joined, touches.endEarlier(), effects);
        ledger.forEachDay(Days.lastBefore(from) + 1, Days.lastBefore(to), touches::add);
        return new ScoreChange(first.snapshot(), after.snapshot(ledger, to), effects);
    }

    private static void addDifference(Cause cause, Explanation from, Explanation to, List<ScoreEffect> effects) {
        SortedMap<SumSlots.Kind, long[]> kinds = new TreeMap<>();
        addKinds(kinds, from, -1);
        addKinds(kinds, to, 1);
        for (Dimension dimension : Dimension.values()) {
            long whole = to.snapshot().contributions().of(dimension)
                    - from.snapshot().contributions().of(dimension);
            long split = 0;
            for (SumSlots.Kind kind : kinds.keySet()) {
                long amount = kinds.get(kind)[dimension.ordinal()];
                addUnlessZero(cause, dimension, kind.channel(), kind.name(), amount, effects);
                split += amount;
            }
            addUnlessZero(cause, dimension, "", "", whole - split, effects);
        }
    }

    private static void addKinds(SortedMap<SumSlots.Kind, long[]> sums, Explanation explanation, int sign) {
        for (KindContribution kind : explanation.kinds()) {
            long[] amounts = sums.computeIfAbsent(
                    new SumSlots.Kind(kind.channel(), kind.kind()), name -> new long[Dimension.values().length]);
            for (Dimension dimension : Dimension.values()) {
                amounts[dimension.ordinal()] += sign * kind.given().of(dimension);
            }
        }
    }

    private static void addUnlessZero(
            Cause cause,
            Dimension dimension,
            String channel,
            String kind,
            long microPoints,
            List<ScoreEffect> effects) {
        if (microPoints != 0) {
            effects.add(new ScoreEffect(cause, dimension, channel, kind, OptionalInt.empty(), microPoints));
        }
    }
}
