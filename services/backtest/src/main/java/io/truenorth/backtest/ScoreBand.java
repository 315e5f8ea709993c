package io.truenorth.backtest;

import io.truenorth.relationship.score.ScoreSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often customers in a band of scores had the outcome.
 *
 * @param from points, inclusive
 * @param to points, exclusive except for 100
 * @param customers in the band
 * @param rate the share of them with the outcome, 0 to 1; undefined if there are none
 */
public record ScoreBand(int from, int to, int customers, Estimate rate) {

    private static final int[] LIMITS = {0, 10, 25, 40, 55, 70, 100};

    static final int COUNT = LIMITS.length - 1;

    /** Returns the band of each score, given in micro-points. */
    static int[] indexes(double[] scores) {
        return Arrays.stream(scores).mapToInt(ScoreBand::indexOf).toArray();
    }

    private static int indexOf(double score) {
        int band = COUNT - 1;
        while (band > 0 && score < LIMITS[band] * (double) ScoreSnapshot.POINT) {
            band--;
        }
        return band;
    }

    /** Returns the rates of all bands in a resample. */
    static double[] rates(int[] bands, ObservedOutcomes outcomes, Resample resample) {
        double[] customers = new double[COUNT];
        double[] positives = new double[COUNT];
        for (int i = 0; i < bands.length; i++) {
            customers[bands[i]] += resample.copies[i];
            positives[bands[i]] += outcomes.occurred()[i] ? resample.copies[i] : 0;
        }
        return IntStream.range(0, COUNT)
                .mapToDouble(band -> positives[band] / customers[band])
                .toArray();
    }

    static List<ScoreBand> of(int[] bands, Estimate[] rates) {
        return IntStream.range(0, COUNT)
                .mapToObj(band -> new ScoreBand(
                        LIMITS[band],
                        LIMITS[band + 1],
                        (int) Arrays.stream(bands).filter(one -> one == band).count(),
                        rates[band]))
                .toList();
    }
}
