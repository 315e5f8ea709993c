package io.truenorth.relationship.score;

import io.truenorth.relationship.ledger.DayCells;
import io.truenorth.relationship.model.Dimension;
import io.truenorth.relationship.model.KindRule;
import io.truenorth.relationship.score.ScoreEffect.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What each touch changes of a score at one time, as the days of a ledger are added: day by day, and within a day channel by channel
 * and kind by kind, in the order of their names.
 *
 * <p>A channel is active once a day, whatever its kinds: what its activity changes of engagement, connectedness
 * and reciprocity is shared equally by the kinds that make it active.
 */
final class TouchEffects {
    private static final Dimension[] DIMENSIONS = Dimension.values();
    private final ScoreRules rules;
    private final long time;
    private final Consumer<? super ScoreEffect> effects;
    private DecayedSums sums;
    private Contributions contributions = Contributions.of(new long[DIMENSIONS.length]);

    /**
     * @param time of the score, epoch ms
     * @param effects receives what touches change
     */
    TouchEffects(ScoreRules rules, long time, Consumer<? super ScoreEffect> effects) {
        this.rules = rules;
        this.time = time;
        this.effects = effects;
        this.sums = new DecayedSums(rules);
    }

    /** Adds the cells of a day whose effects are not asked for; later than all days added before. */
    void addEarlier(DayCells cells) {
        sums.add(cells);
    }

    /** Ends the earlier days, and returns the explanation of the score that they give. Its stage is not that of the customer. */
    Explanation endEarlier() {
        ScoreReading reading = new ScoreReading(rules, sums);
        reading.read(time);
        contributions = reading.contributions();
        ScoreSnapshot snapshot = new ScoreSnapshot(
                time,
                reading.score(),
                contributions,
                reading.advocacyMass(),
                reading.detractorRisk(),
                reading.isDetractor(),
                Stage.UNKNOWN,
                Optional.empty());
        return new Explanation(
                snapshot,
                new ScoreSplit(rules, sums.slots, reading).of(contributions),
                reading.advocacyMassBySubject());
    }

    /** Adds the cells of a day, later than all days added before, and tells what they change. */
    void add(DayCells cells) {
        int first = 0;
        while (first < cells.size()) {
            int end = first;
            while (end < cells.size() && channelOf(cells, end) == channelOf(cells, first)) {
                end++;
            }
            addChannel(cells, first, end);
            first = end;
        }
    }

    private void addChannel(DayCells cells, int first, int end) {
        DecayedSums without = sums;
        List<KindOfDay> kinds = new ArrayList<>();
        int from = first;
        while (from < end) {
            int to = from;
            while (to < end && sums.slots.kindOf(cells, to) == sums.slots.kindOf(cells, from)) {
                to++;
            }
            boolean isOnlyKind = from == first && to == end;
            DecayedSums with = isOnlyKind ? without : new DecayedSums(without);
            with.add(cells, first, to);
            kinds.add(new KindOfDay(cells, from, to, changeTo(with)));
            from = to;
        }
        share(kinds);
        int day = cells.day();
        kinds.forEach(kind -> kind.report(day));
    }

    private long[] changeTo(DecayedSums with) {
        ScoreReading reading = new ScoreReading(rules, with);
        reading.read(time);
        Contributions now = reading.contributions();
        long[] change = new long[DIMENSIONS.length];
        for (Dimension dimension : DIMENSIONS) {
            change[dimension.ordinal()] = now.of(dimension) - contributions.of(dimension);
        }
        sums = with;
        contributions = now;
        return change;
    }

    private static void share(List<KindOfDay> kinds) {
        double[] byCustomer =
                kinds.stream().mapToDouble(kind -> kind.byCustomer ? 1 : 0).toArray();
        share(kinds, Dimension.ENGAGEMENT, byCustomer);
        share(kinds, Dimension.CONNECTEDNESS, byCustomer);
        double[] byEither = kinds.stream()
                .mapToDouble(kind -> kind.byCustomer || kind.byBrand ? 1 : 0)
                .toArray();
        share(kinds, Dimension.RECIPROCITY, byEither);
    }

    private static void share(List<KindOfDay> kinds, Dimension dimension, double[] weights) {
        if (Arrays.stream(weights).sum() < 2) {
            return;
        }
        long whole = kinds.stream()
                .mapToLong(kind -> kind.change[dimension.ordinal()])
                .sum();
        long[] parts = LargestRemainder.split(Math.abs(whole), weights);
        for (int i = 0; i < parts.length; i++) {
            kinds.get(i).change[dimension.ordinal()] = Long.signum(whole) * parts[i];
        }
    }

    private int channelOf(DayCells cells, int cell) {
        return sums.slots.channelOf(sums.slots.kindOf(cells, cell));
    }

    /** A kind on one channel and day, and what it changes by the ordinal of the dimension. */
    private final class KindOfDay {
        private final SumSlots.Kind kind;
        private final boolean byCustomer;
        private final boolean byBrand;
        private final long[] change;

        KindOfDay(DayCells cells, int first, int end, long[] change) {
            int slot = sums.slots.kindOf(cells, first);
            this.kind = sums.slots.kinds.key(slot);
            KindRule rule = sums.slots.ruleOf(slot);
            this.byCustomer = IntStream.range(first, end).anyMatch(cell -> CellValue.isActive(cells, cell, rule));
            this.byBrand =
                    IntStream.range(first, end).anyMatch(cell -> CellValue.isActiveOfTheBrand(cells, cell, rule));
            this.change = change;
        }

        void report(int day) {
            for (Dimension dimension : DIMENSIONS) {
                long microPoints = change[dimension.ordinal()];
                if (microPoints != 0) {
                    effects.accept(new ScoreEffect(
                            Cause.TOUCHES, dimension, kind.channel(), kind.name(), OptionalInt.of(day), microPoints));
                }
            }
        }
    }
}
