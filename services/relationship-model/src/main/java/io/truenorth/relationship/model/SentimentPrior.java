package io.truenorth.relationship.model;

/**
 * How well the customer speaks of the brand, gated by engagement: {@code f_engagement · (P + strength·mean) / (n +
 * strength)} over the positive (P) and all (n) touches that carried a sentiment. The prior is what is believed of a
 * customer who has said nothing.
 *
 * @param weight share of the score before renormalisation; 0 leaves the dimension out
 * @param strength how many touches the prior is worth
 * @param mean the share of positive touches that the prior believes in, 0 to 1
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
