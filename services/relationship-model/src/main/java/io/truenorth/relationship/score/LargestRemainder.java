package io.truenorth.relationship.score;

import java.util.Arrays;

/**
 * Splits an integer in proportion to masses so that the parts add up exactly: every part is its quota rounded down, and
 * the rest is distributed, one each, by largest remainder; ties are resolved in order.
 */
final class LargestRemainder {

    /** The remainder of a mass of 0: less than any other. */
    private static final double NO_SHARE = Double.NEGATIVE_INFINITY;

    private LargestRemainder() {}

    /**
     * Splits a total.
     *
     * @param total the amount to split, 0 or more
     * @param masses 0 or more each, in the order in which ties are resolved
     * @return the parts; 0 where the mass is 0
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
        int sharing = 0;
        for (int i = 0; i < masses.length; i++) {
            double quota = total * (masses[i] / sum);
            parts[i] = Math.min((long) quota, left);
            remainders[i] = masses[i] > 0 ? quota - parts[i] : NO_SHARE;
            left -= parts[i];
            sharing += masses[i] > 0 ? 1 : 0;
        }
        if (left > 0) {
            serve(parts, remainders, left, sharing);
        }
        return parts;
    }

    /** Floating-point error may leave slightly more than one for each part, so the distribution may start over. */
    private static void serve(long[] parts, double[] remainders, long left, int sharing) {
        long forEach = left / sharing;
        int rest = (int) (left % sharing);
        double[] ascending = remainders.clone();
        Arrays.sort(ascending);
        double last = rest == 0 ? Double.POSITIVE_INFINITY : ascending[parts.length - rest];
        int equalServed = rest - above(last, remainders);
        for (int i = 0; i < parts.length; i++) {
            if (remainders[i] == NO_SHARE) {
                continue;
            }
            parts[i] += forEach + (remainders[i] > last ? 1 : 0);
            if (remainders[i] == last && equalServed > 0) {
                parts[i]++;
                equalServed--;
            }
        }
    }

    private static int above(double limit, double[] values) {
        int count = 0;
        for (double value : values) {
            count += value > limit ? 1 : 0;
        }
        return count;
    }
}
