package io.truenorth.relationship.score;

/** The stages of a relationship, from nothing to advocacy. */
public enum Stage {
    /** Never touched us, or was only touched by us: the score is 0. */
    UNKNOWN,
    /** Has touched us: the score is above 0. */
    AWARE,
    ENGAGED,
    COMMITTED,
    LOYAL,
    /** Speaks for us: a high score, a recent deed of advocacy, and little risk. */
    ADVOCATE;

    Stage next() {
        return values()[ordinal() + 1];
    }

    Stage previous() {
        return values()[ordinal() - 1];
    }
}
