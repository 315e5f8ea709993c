package io.truenorth.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class MeasureTest {

    private static final double EXACT = 1e-9;

    @Test
    void aucIsTheShareOfPairsInTheRightOrderWithTiesCountingHalf() {
        assertThat(measured(Measure.AUC, new double[] {3, 2, 1}, true, true, false))
                .isEqualTo(1);
        assertThat(measured(Measure.AUC, new double[] {1, 2, 3}, true, true, false))
                .isEqualTo(0);
        assertThat(measured(Measure.AUC, new double[] {5, 5, 5}, true, true, false))
                .isEqualTo(0.5);
        assertThat(measured(Measure.AUC, new double[] {2, 1, 1}, true, true, false))
                .isEqualTo(0.75);
    }

    @Test
    void liftComparesTheHighestTenthWithAllAndSharesTies() {
        boolean[] occurred = new boolean[20];
        occurred[18] = true;
        occurred[19] = true;

        assertThat(measured(Measure.TOP_DECILE_LIFT, ascending(20), occurred)).isCloseTo(10, within(EXACT));
        assertThat(measured(Measure.TOP_DECILE_LIFT, new double[20], occurred)).isCloseTo(1, within(EXACT));
        double[] threeAtTheTop = ascending(20);
        threeAtTheTop[17] = threeAtTheTop[18] = threeAtTheTop[19];
        assertThat(measured(Measure.TOP_DECILE_LIFT, threeAtTheTop, occurred)).isCloseTo(20 / 3.0, within(EXACT));
    }

    @Test
    void measuresOfAResampleAreThoseOfTheCopiedCustomers() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            int size = 40;
            double[] values = random.ints(size, 0, 12).asDoubleStream().toArray();
            double[] counts = random.ints(size, 0, 4).asDoubleStream().toArray();
            double[] spend = random.ints(size, 0, 900).asDoubleStream().toArray();
            boolean[] occurred = occurred(counts);
            TieGroups byCount = new TieGroups(counts);
            TieGroups bySpend = new TieGroups(spend);
            Resample drawn = Resample.drawn(new SplittableRandom(seed), size, byCount, bySpend);
            int[] copied = IntStream.range(0, size)
                    .flatMap(i -> IntStream.range(0, drawn.copies[i]).map(copy -> i))
                    .toArray();
            double[] copiedValues = copied(values, copied);
            double[] copiedCounts = copied(counts, copied);

            ObservedOutcomes outcomes = new ObservedOutcomes(occurred, counts, spend);
            TieGroups predictor = new TieGroups(values);
            assertThat(Measure.AUC.of(predictor, outcomes, drawn))
                    .as("seed %s", seed)
                    .isCloseTo(naiveAuc(copiedValues, occurred(copiedCounts)), within(EXACT));
            assertThat(Measure.SPEARMAN_COUNT.of(predictor, outcomes, drawn))
                    .as("seed %s", seed)
                    .isCloseTo(new SpearmansCorrelation().correlation(copiedValues, copiedCounts), within(EXACT));
            double[] ofAll = Discrimination.aucs(
                    values, occurred, List.of(IntStream.range(0, size).toArray()));
            assertThat(ofAll).as("seed %s", seed).hasSize(1);
            assertThat(ofAll[0]).as("seed %s", seed).isCloseTo(naiveAuc(values, occurred), within(EXACT));
        }
    }

    @Test
    void aPredictorThatTellsNothingHasNoCorrelation() {
        assertThat(measured(Measure.SPEARMAN_COUNT, new double[3], true, false, false))
                .isNaN();
    }

    private static double measured(Measure measure, double[] values, boolean... occurred) {
        double[] counts = new double[occurred.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = occurred[i] ? 1 : 0;
        }
        TieGroups groups = new TieGroups(counts);
        return measure.of(
                new TieGroups(values),
                new ObservedOutcomes(occurred, counts, counts),
                Resample.whole(values.length, groups, groups));
    }

    private static double naiveAuc(double[] values, boolean[] occurred) {
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                if (occurred[i] && !occurred[j]) {
                    pairs++;
                    wins += values[i] > values[j] ? 1 : values[i] == values[j] ? 0.5 : 0;
                }
            }
        }
        return wins / pairs;
    }

    private static boolean[] occurred(double[] counts) {
        boolean[] occurred = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            occurred[i] = counts[i] > 0;
        }
        return occurred;
    }

    private static double[] copied(double[] values, int[] indexes) {
        return IntStream.of(indexes).mapToDouble(i -> values[i]).toArray();
    }

    private static double[] ascending(int size) {
        return IntStream.range(0, size).asDoubleStream().toArray();
    }
}
