package io.truenorth.relationship.score;

import java.util.Arrays;

/**
 * Splits an integer in proportion to masses so that the parts add up exactly: every part is its quota rounded down, and
 * the rest is distributed, one each, by largest remainder; ties are resolved in order.
 */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Splits a total.
     *
     * @param total the amount to split, 0 or more
     * @param masses 0 or more each, in the order in which ties are resolved
     * @return the parts; all 0 if no mass is above 0
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

    /** Floating-point error may leave slightly more than one for each part, so the distribution may start over. */
    private static void serve(long[] parts, double[] remainders, long left) {
        long forEach = left / parts.length;
        int rest = (int) (left % parts.length);
        double[] ascending = remainders.clone();
        Arrays.sort(ascending);
        double last = rest == 0 ? Double.POSITIVE_INFINITY : ascending[parts.length - rest];
        int equalServed = rest - above(last, remainders);
        for (int i = 0; i < parts.length; i++) {
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
