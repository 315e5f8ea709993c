package io.truenorth.relationship.model;

/**
 * The sentiment dimension, the customer's sentiment towards the brand, scaled by engagement: {@code f_engagement · (P +
 * strength·mean) / (n + strength)} over the positive (P) and all (n) touches with a sentiment. The prior applies to a
 * customer who has expressed none.
 *
 * @param weight share of the score before renormalisation; 0 excludes the dimension
 * @param strength the number of touches the prior is worth
 * @param mean the share of positive touches assumed by the prior, 0 to 1
 */
public record SentimentPrior(double weight, double strength, double mean) {

    public SentimentPrior {
        new Checks()
                .weight(weight)
                .positive("strength", strength)
                .within(0, 1, "mean", mean)
                .done();
    }
}
