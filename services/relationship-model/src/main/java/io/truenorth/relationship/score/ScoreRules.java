package io.truenorth.relationship.score;

import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.model.ScoringModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A model made ready to be applied: its decays as tables, its weights as micro-points, its kinds at hand. */
final class ScoreRules {

    final ScoringModel model;
    /** What each dimension gives at the most, in micro-points, by its ordinal. */
    final double[] maxima = new double[Dimension.values().length];
    /** All distinct decays, each at its own index. */
    final List<Decay> decays = new ArrayList<>();
    /** The distinct decays that active channel-days are summed with. */
    final Decay[] active;
    /** Which of {@link #active} engagement takes the mean of, and the one of connectedness and of reciprocity. */
    final int[] engagementDecays;

    final int connectednessDecay;
    final int reciprocityDecay;

    final Decay money;
    final Decay advocacy;
    final Decay risk;
    final long shortestHalfLife;
    private final Map<String, KindRule> kinds;

    ScoreRules(ScoringModel model) {
        this.model = model;
        this.kinds = new HashMap<>(model.kinds().rules());
        model.maxima().forEach((dimension, maximum) -> maxima[dimension.ordinal()] = maximum);
        List<Decay> distinct = new ArrayList<>();
        engagementDecays = model.engagement().halfLives().stream()
                .mapToInt(halfLife -> activeDecay(decay(halfLife), distinct))
                .toArray();
        connectednessDecay = activeDecay(decay(model.connectedness().halfLife()), distinct);
        reciprocityDecay = activeDecay(decay(model.reciprocity().halfLife()), distinct);
        active = distinct.toArray(Decay[]::new);
        money = decay(model.money().halfLife());
        advocacy = decay(model.advocacy().halfLife());
        risk = decay(model.risk().halfLife());
        shortestHalfLife = Math.min(
                Math.min(money.halfLife, advocacy.halfLife),
                distinct.stream().mapToLong(decay -> decay.halfLife).min().orElseThrow());
    }

    KindRule kind(String kind) {
        return kinds.getOrDefault(kind, KindRule.ENGAGING);
    }

    Decay reciprocity() {
        return active[reciprocityDecay];
    }

    private static int activeDecay(Decay decay, List<Decay> active) {
        if (!active.contains(decay)) {
            active.add(decay);
        }
        return active.indexOf(decay);
    }

    /** One for each half-life, so that what a decay comes to is computed once for all sums that share it. */
    private Decay decay(long halfLife) {
        for (Decay decay : decays) {
            if (decay.halfLife == halfLife) {
                return decay;
            }
        }
        Decay decay = new Decay(halfLife, decays.size());
        decays.add(decay);
        return decay;
    }
}
