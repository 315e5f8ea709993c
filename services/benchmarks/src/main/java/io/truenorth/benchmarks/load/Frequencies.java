package io.truenorth.benchmarks.load;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How often each of some customers comes, after Zipf and Mandelbrot: the one of rank r in proportion to 1/(r + q), q being
 * a hundredth of their number. So a percent of the customers brings about a seventh of the touches, and nobody a whole
 * percent of them.
 */
final class Frequencies {
    private static final int CUSTOMERS_OF_SHIFT = 100;

    private final double[] upTo;

    Frequencies(int customers) {
        upTo = new double[customers];
        double shift = Math.max(1, customers / CUSTOMERS_OF_SHIFT);
        double sum = 0;
        for (int rank = 0; rank < customers; rank++) {
            sum += 1 / (rank + shift);
            upTo[rank] = sum;
        }
    }

    /** A customer from 0 on; the first come most often. */
    int any(SplittableRandom random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return found >= 0 ? found : -found - 1;
    }
}
