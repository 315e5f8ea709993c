package io.truenorth.relationship.model;

/** How touches of a kind affect the score. */
public enum KindMeaning {
    /** An action by the customer or the brand: makes its channel active on its day, and may earn advocacy points. */
    ENGAGING,
    /**
     * No deliberate action, or only a machine's or a failure on the brand's side: an opened mail, a bounce, a refund.
     * Makes no day active; only negative money and negative sentiment count.
     */
    PASSIVE,
    /**
     * The customer left: an unsubscribe, a spam report, a closed account. Counts as a passive touch; the last one is
     * reported beside the score.
     */
    LEAVING
}
