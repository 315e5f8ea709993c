package io.truenorth.relationship.score;

import io.truenorth.relationship.model.Dimension;

/**
 * What each dimension gives to a score, in micro-points; together they are the score.
 *
 * @param engagement how often the customer is active
 * @param money what the customer spends
 * @param connectedness on how many channels the relationship stands
 * @param reciprocity whether both sides speak
 * @param sentiment how well the customer speaks of the brand
 * @param advocacy whether the customer speaks for the brand
 */
public record Contributions(
        long engagement, long money, long connectedness, long reciprocity, long sentiment, long advocacy) {

    /**
     * What each dimension gives.
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

    /** The contribution of one dimension. */
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

    /** The sum of all: the score. */
    public long sum() {
        return engagement + money + connectedness + reciprocity + sentiment + advocacy;
    }
}
