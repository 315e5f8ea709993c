package io.truenorth.simulator;

/** The phases of a lifecycle. */
public enum LifePhase {
    /** Does not know the brand; may be on one of its mailing lists. */
    STRANGER(0),
    /** Explores and buys occasionally. */
    ACQUAINTANCE(0.5),
    /** Returns regularly. */
    HABIT(1.2),
    /** Very satisfied, and says so. */
    DELIGHT(2.2),
    /** Has an incident: tickets, complaints. */
    TROUBLE(0.7),
    /** The incident is resolved; trust is returning. */
    RECOVERY(1.1),
    /** Recommends the brand: referrals, reviews, answers. */
    ADVOCACY(3),
    /** Inactive, or left after an incident. */
    LOSS(0.03);

    private final double activity;

    LifePhase(double activity) {
        this.activity = activity;
    }

    /** The activity in this phase, as a factor on the individual frequency of visits. */
    double activity() {
        return activity;
    }
}
