package io.truenorth.relationship.score;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Splits a whole number in proportion to masses so that the parts add up to it exactly: every part gets its quota rounded
 * down, and what is left goes, one each, to the largest remainders; of equal remainders the first is served first.
 */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Splits a total.
     *
     * @param total what is split, 0 or more
     * @param masses 0 or more each, in the order in which ties are served
     * @return the parts; all 0 where no mass is above 0
     */
    static long[] split(long total, double[] masses) {
        long[] parts = new long[masses.length];
        double sum = 0;
        for (double mass : masses) {
            sum += mass;
        }
        if (total == 0 || !(sum > 0)) {
            return parts;
        }
        double[] remainders = new double[masses.length];
        long left = total;
        for (int i = 0; i < masses.length; i++) {
            double quota = total * (masses[i] / sum);
            parts[i] = Math.min((long) quota, left);
            remainders[i] = quota - parts[i];
            left -= parts[i];
        }
        if (left > 0) {
            serve(parts, remainders, left);
        }
        return parts;
    }

    /** Binary fractions may leave a little more than one for each, so a part can be served again. */
    private static void serve(long[] parts, double[] remainders, long left) {
        int[] order = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -remainders[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (long served = 0; served < left; served++) {
            parts[order[(int) (served % order.length)]]++;
        }
    }
}
