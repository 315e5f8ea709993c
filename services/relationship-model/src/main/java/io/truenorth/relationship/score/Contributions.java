package io.truenorth.relationship.score;

import io.truenorth.relationship.model.Dimension;

/**
 * The contribution of each dimension to a score, in micro-points; their sum is the score.
 *
 * @param engagement how often the customer is active
 * @param money the customer's spending
 * @param connectedness the number of channels in use
 * @param reciprocity whether both sides are active
 * @param sentiment the customer's sentiment towards the brand
 * @param advocacy whether the customer recommends the brand
 */
public record Contributions(
        long engagement, long money, long connectedness, long reciprocity, long sentiment, long advocacy) {

    /**
     * Returns contributions from an array.
     *
     * @param byDimension micro-points by the ordinal of the {@link Dimension}
     */
    public static Contributions of(long[] byDimension) {
        return new Contributions(
                byDimension[Dimension.ENGAGEMENT.ordinal()],
                byDimension[Dimension.MONEY.ordinal()],
                byDimension[Dimension.CONNECTEDNESS.ordinal()],
                byDimension[Dimension.RECIPROCITY.ordinal()],
                byDimension[Dimension.SENTIMENT.ordinal()],
                byDimension[Dimension.ADVOCACY.ordinal()]);
    }

    /** Returns the contribution of one dimension. */
    public long of(Dimension dimension) {
        return switch (dimension) {
            case ENGAGEMENT -> engagement;
            case MONEY -> money;
            case CONNECTEDNESS -> connectedness;
            case RECIPROCITY -> reciprocity;
            case SENTIMENT -> sentiment;
            case ADVOCACY -> advocacy;
        };
    }

    /** Returns the sum of all contributions: the score. */
    public long sum() {
        return engagement + money + connectedness + reciprocity + sentiment + advocacy;
    }
}
