package io.truenorth.backtest;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Customers ordered by a value, ascending, with equal values in one group. Sorted once, used for every resample. */
final class TieGroups {

    /** Indexes of customers by ascending value. */
    final int[] order;

    /** The end of each group within the order, exclusive. */
    final int[] ends;

    TieGroups(double[] values) {
        order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        ends = IntStream.rangeClosed(1, order.length)
                .filter(i -> i == order.length || values[order[i]] != values[order[i - 1]])
                .toArray();
    }

    /**
     * Returns each customer's rank among all, the mean of its group; ranks begin at 1.
     *
     * @param copies how many copies of each customer there are
     */
    double[] ranks(int[] copies) {
        double[] ranks = new double[order.length];
        double before = 0;
        int from = 0;
        for (int end : ends) {
            double inGroup = 0;
            for (int i = from; i < end; i++) {
                inGroup += copies[order[i]];
            }
            for (int i = from; i < end; i++) {
                ranks[order[i]] = before + (inGroup + 1) / 2;
            }
            before += inGroup;
            from = end;
        }
        return ranks;
    }
}
