package io.truenorth.relationship.model;

/**
 * Whether the customer speaks against the brand: {@code N / (P + N + k)} over the decayed positive (P) and negative (N)
 * touches.
 *
 * @param halfLife in milliseconds
 * @param k what keeps a single complaint from being a certainty
 * @param detractorAt the risk, 0 to 1, from which a customer is a detractor
 */
public record Risk(long halfLife, double k, double detractorAt) {

    public Risk {
        new Checks()
                .halfLife("halfLife", halfLife)
                .positive("k", k)
                .within(0, 1, "detractorAt", detractorAt)
                .done();
    }
}
