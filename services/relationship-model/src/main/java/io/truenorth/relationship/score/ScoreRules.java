package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.model.StageLimits;
import io.truenorth.relationship.model.Stages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** A model prepared for evaluation: decays as tables, weights in micro-points, kinds indexed by name. */
final class ScoreRules {

    /** Five minutes, in ms. */
    private static final long STEP = 300_000;

    final ScoringModel model;
    /** The maximum contribution of each dimension, in micro-points, by its ordinal. */
    final double[] maxima = new double[Dimension.values().length];
    /** All distinct decays, each at its own index. */
    final List<Decay> decays = new ArrayList<>();
    /** The distinct decays of the sums of active channel-days. */
    final Decay[] active;
    /** Indexes into {@link #active}: those that engagement averages, and those of connectedness and reciprocity. */
    final int[] engagementDecays;

    final int connectednessDecay;
    final int reciprocityDecay;

    final Decay money;
    final Decay advocacy;
    final Decay risk;
    final long shortestHalfLife;
    private final Decay fastest;
    private final Map<String, KindRule> kinds;
    private final long[] up = new long[Stage.values().length];
    private final long[] down = new long[Stage.values().length];
    /** The parts of a day that are a multiple of {@link #STEP}. */
    private final PartOfDay[] steps;
    /** The last one asked for: most customers are scored at the same time of day as the one before. */
    private volatile PartOfDay latest;

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
        fastest = decay(shortestHalfLife);
        setStageLimits(model.stages());
        steps = LongStream.range(0, Days.MILLIS / STEP)
                .mapToObj(step -> PartOfDay.of(step * STEP, decays))
                .toArray(PartOfDay[]::new);
        latest = steps[0];
    }

    private void setStageLimits(Stages stages) {
        up[Stage.AWARE.ordinal()] = 1;
        down[Stage.AWARE.ordinal()] = 1;
        List<StageLimits> limits = List.of(stages.engaged(), stages.committed(), stages.loyal(), stages.advocate());
        for (int i = 0; i < limits.size(); i++) {
            up[Stage.ENGAGED.ordinal() + i] = limits.get(i).upMicroPoints();
            down[Stage.ENGAGED.ordinal() + i] = limits.get(i).downMicroPoints();
        }
    }

    /** Returns the score, in micro-points, required to reach a stage. */
    long reachedFrom(Stage stage) {
        return up[stage.ordinal()];
    }

    /** Returns the score, in micro-points, required to keep a stage. */
    long keptFrom(Stage stage) {
        return down[stage.ordinal()];
    }

    /** Returns the latest time (epoch ms), not after a time, whose weights are computed already. */
    static long atHand(long t) {
        return t - Math.floorMod(t, STEP);
    }

    /** Returns the weights for a part of a day, in ms since its start. */
    PartOfDay partOfDay(long millis) {
        if (millis % STEP == 0) {
            return steps[(int) (millis / STEP)];
        }
        PartOfDay part = latest;
        if (!part.isOf(millis)) {
            part = PartOfDay.of(millis, decays);
            latest = part;
        }
        return part;
    }

    /** Returns the decay of a mass of a kind: active days by each decay of {@link #active}, then money, then advocacy. */
    Decay mass(int index) {
        return index < active.length ? active[index] : index == moneyMass() ? money : advocacy;
    }

    int moneyMass() {
        return active.length;
    }

    int advocacyMass() {
        return active.length + 1;
    }

    int massCount() {
        return active.length + 2;
    }

    /** Returns the decay of the shortest half-life: no score falls faster. */
    Decay fastest() {
        return fastest;
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

    /** One per half-life, so that sums with the same half-life share its weights. */
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
