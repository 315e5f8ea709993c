package io.truenorth.dashboard.insight;

/**
 * Compares how often the same thing happens in two disjoint groups of customers. The sentence, the rank and the significance
 * of an opportunity are all derived from one comparison.
 *
 * @param group the group that an opportunity is about
 * @param others the customers it is compared with
 */
record Comparison(Group group, Group others) {
    /** The minimum size of both groups. */
    static final long FEWEST_CUSTOMERS = 20;

    private static final long FEWEST_HIT = 10;
    /** A small effect as defined by Cohen; 10 % compared with 5 %, or 60 % with 50 %, is just below it. */
    private static final double SMALL_EFFECT = 0.2;

    /** Compares a part with the rest of the whole. */
    static Comparison withRest(Group part, Group whole) {
        return new Comparison(part, whole.without(part));
    }

    /** Whether both groups are large enough to be compared. */
    boolean isPossible() {
        return group.customers() >= FEWEST_CUSTOMERS && others.customers() >= FEWEST_CUSTOMERS;
    }

    /** Whether the difference is large enough to be reported: a minimum number of customers, and a minimum effect size. */
    boolean matters() {
        return isPossible() && group.hit() >= FEWEST_HIT && effect() >= SMALL_EFFECT;
    }

    /** Whether the difference matters and is statistically significant at a level, 0 to 1. */
    boolean holds(double level) {
        return matters() && chance() < level;
    }

    /** Cohen's h: the difference of two shares on a scale with equal variance for all shares. */
    private double effect() {
        return angle(group) - angle(others);
    }

    private static double angle(Group group) {
        return 2 * Math.asin(Math.sqrt(group.share()));
    }

    /** The probability of at least this many hits in the group if the rate were the same in both: Fisher's exact test, one-sided. */
    private double chance() {
        return Probability.ofAtLeast(
                group.hit(), group.customers(), group.hit() + others.hit(), group.customers() + others.customers());
    }

    /** The number of hits beyond those expected at the rate of the others. */
    double excess() {
        return group.hit() - group.customers() * others.share();
    }

    /** The points of the excess hits, at the mean score of all hits. */
    double pointsOfExcess() {
        return group.hit() == 0 ? 0 : excess() * group.pointsOfHit() / group.hit();
    }

    /**
     * A sentence with the numbers and rates of both groups.
     *
     * @param who describes the group
     * @param what describes a hit
     */
    String sentence(String who, String what) {
        return Sentences.number(group.hit()) + " of " + Sentences.number(group.customers()) + " customers " + who + " "
                + what + ": " + Sentences.percent(group.share()) + ", compared with "
                + Sentences.percent(others.share())
                + " of others.";
    }
}
