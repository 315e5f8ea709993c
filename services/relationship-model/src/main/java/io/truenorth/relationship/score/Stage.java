package io.truenorth.relationship.score;

/** The stages of a relationship, in ascending order. */
public enum Stage {
    /** The customer was never active; the score is 0. */
    UNKNOWN,
    /** The customer was active; the score is above 0. */
    AWARE,
    ENGAGED,
    COMMITTED,
    LOYAL,
    /** The customer recommends the brand: a high score, recent advocacy and a low risk. */
    ADVOCATE;

    Stage next() {
        return values()[ordinal() + 1];
    }

    Stage previous() {
        return values()[ordinal() - 1];
    }
}
