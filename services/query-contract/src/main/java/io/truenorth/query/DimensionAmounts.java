package io.truenorth.query;

/**
 * An amount for each dimension of the score, in micro-points (1 point = 1 000 000).
 *
 * @param engagement how often the customer is active
 * @param money what the customer spends
 * @param connectedness on how many channels the relationship stands
 * @param reciprocity whether both sides speak
 * @param sentiment how well the customer speaks of the brand
 * @param advocacy whether the customer speaks for the brand
 */
public record DimensionAmounts(
        long engagement, long money, long connectedness, long reciprocity, long sentiment, long advocacy) {}
