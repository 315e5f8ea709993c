package io.truenorth.simulator;

/** What a customer's life with the brand is like for a while. */
public enum LifePhase {
    /** Does not know the brand; may be on one of its mailing lists. */
    STRANGER(0),
    /** Looks around, buys a little. */
    ACQUAINTANCE(0.5),
    /** Comes back as a matter of course. */
    HABIT(1.2),
    /** Finds it excellent, and shows it. */
    DELIGHT(2.2),
    /** Something went wrong: tickets, complaints. */
    TROUBLE(0.7),
    /** It was put right, and trust returns. */
    RECOVERY(1.1),
    /** Speaks for the brand: referrals, reviews, answers. */
    ADVOCACY(3),
    /** Drifted away or left in anger. */
    LOSS(0.03);

    private final double activity;

    LifePhase(double activity) {
        this.activity = activity;
    }

    /** How often customers come in this phase, as a factor on their own pace. */
    double activity() {
        return activity;
    }
}
