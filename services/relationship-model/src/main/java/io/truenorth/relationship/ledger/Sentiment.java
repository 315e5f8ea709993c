package io.truenorth.relationship.ledger;

/** The sentiment of a touch towards the brand; {@link #NONE} if it expresses none. */
public enum Sentiment {
    NEGATIVE,
    NEUTRAL,
    POSITIVE,
    NONE;

    /**
     * Returns the sentiment of a value on the scale −1 (against the brand) to 1 (for it); only its sign counts.
     *
     * @throws IllegalArgumentException if the value is not a number from −1 to 1
     */
    public static Sentiment ofValue(double value) {
        if (!(value >= -1 && value <= 1)) {
            throw new IllegalArgumentException("expected a sentiment from -1 to 1, was " + value);
        }
        if (value == 0) {
            return NEUTRAL;
        }
        return value > 0 ? POSITIVE : NEGATIVE;
    }
}
