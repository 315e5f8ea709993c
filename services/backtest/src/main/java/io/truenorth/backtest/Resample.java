package io.truenorth.backtest;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The customers of a cohort, each in a number of copies: once in the cohort itself, any number of times in a bootstrap
 * resample.
 */
final class Resample {

    final int[] copies;
    final double[] countRanks;
    final double[] spendRanks;

    private Resample(int[] copies, TieGroups byCount, TieGroups bySpend) {
        this.copies = copies;
        this.countRanks = byCount.ranks(copies);
        this.spendRanks = bySpend.ranks(copies);
    }

    /** Every customer once. */
    static Resample whole(int size, TieGroups byCount, TieGroups bySpend) {
        return new Resample(oneOfEach(size), byCount, bySpend);
    }

    /** The copies of the cohort itself. */
    static int[] oneOfEach(int size) {
        int[] copies = new int[size];
        Arrays.fill(copies, 1);
        return copies;
    }

    /** As many customers as the cohort has, drawn with replacement. */
    static Resample drawn(SplittableRandom random, int size, TieGroups byCount, TieGroups bySpend) {
        int[] copies = new int[size];
        for (int i = 0; i < size; i++) {
            copies[random.nextInt(size)]++;
        }
        return new Resample(copies, byCount, bySpend);
    }
}
