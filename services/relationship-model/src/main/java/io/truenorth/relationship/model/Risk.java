package io.truenorth.relationship.model;

/**
 * The detractor risk, whether the customer speaks against the brand: {@code N / (P + N + k)} over the decayed positive
 * (P) and negative (N) touches.
 *
 * @param halfLife in milliseconds
 * @param k damping, so that a single complaint does not give a risk of 1
 * @param detractorAt the risk, above 0 and up to 1, from which a customer is a detractor
 */
public record Risk(long halfLife, double k, double detractorAt) {

    public Risk {
        new Checks()
                .halfLife("halfLife", halfLife)
                .positive("k", k)
                .that(
                        detractorAt > 0 && detractorAt <= 1,
                        "detractorAt",
                        "expected a risk above 0 and up to 1, was " + detractorAt)
                .done();
    }
}
