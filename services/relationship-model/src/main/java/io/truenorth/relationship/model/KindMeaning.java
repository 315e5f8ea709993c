package io.truenorth.relationship.model;

/** What a touch of some kind says of the relationship. */
public enum KindMeaning {
    /** Somebody acted: the touch makes its channel active on its day, and may earn advocacy points. */
    ENGAGING,
    /**
     * Nobody acted, or only a machine or a failure of ours: an opened mail, a bounce, a refund. The touch makes no day
     * active, and of its money and sentiment only what is negative counts.
     */
    PASSIVE,
    /**
     * The customer went: an unsubscribe, a spam report, a closed account. Counts as a passive touch does; the last one is
     * told beside the score.
     */
    LEAVING
}
