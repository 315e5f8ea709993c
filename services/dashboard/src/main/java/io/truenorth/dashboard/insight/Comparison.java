package io.truenorth.dashboard.insight;

/**
 * Two sets of customers that have nobody in common, and how often the same thing happens in each: the set that is named, and
 * what it is held against. What is said, how it is ranked, what shows it and whether it is said at all come from here.
 *
 * @param here the set that is named
 * @param elsewhere what it is held against
 */
record Comparison(Group here, Group elsewhere) {
    /** Of fewer customers nothing is said, and nothing is held against them. */
    static final long FEWEST_CUSTOMERS = 20;

    private static final long FEWEST_HIT = 10;
    /** What Cohen calls a small effect: 10 % against 5 % is just below it, as is 60 % against 50 %. */
    private static final double SMALL_EFFECT = 0.2;

    /** A part of a whole, held against the rest of it. */
    static Comparison withRest(Group part, Group whole) {
        return new Comparison(part, whole.without(part));
    }

    /** Whether both sets are large enough to be compared, whatever happens in them. */
    boolean isPossible() {
        return here.customers() >= FEWEST_CUSTOMERS && elsewhere.customers() >= FEWEST_CUSTOMERS;
    }

    /** Whether it happens here to more than a handful, and so much more often that somebody should know. */
    boolean matters() {
        return isPossible() && here.hit() >= FEWEST_HIT && effect() >= SMALL_EFFECT;
    }

    /** Whether it matters, and would come by chance less often than a level, 0 to 1. */
    boolean holds(double level) {
        return matters() && chance() < level;
    }

    /** Cohen's h: the distance of two shares on a scale on which all shares are equally uncertain. */
    private double effect() {
        return angle(here) - angle(elsewhere);
    }

    private static double angle(Group group) {
        return 2 * Math.asin(Math.sqrt(group.share()));
    }

    /** The chance of so many here, or more, if it happened to everybody alike: Fisher's exact test, one-sided. */
    private double chance() {
        return Probability.ofAtLeast(
                here.hit(), here.customers(), here.hit() + elsewhere.hit(), here.customers() + elsewhere.customers());
    }

    /** How many more it happens to here than would if it were as elsewhere. */
    double excess() {
        return here.hit() - here.customers() * elsewhere.share();
    }

    /** Points of those in excess, in points. */
    double pointsOfExcess() {
        return here.hit() == 0 ? 0 : excess() * here.pointsOfHit() / here.hit();
    }

    /** A sentence: how many of those who are named do something, and how that is elsewhere. */
    String sentence(String who, String what) {
        return Sentences.number(here.hit()) + " of " + Sentences.number(here.customers()) + " customers " + who + " "
                + what + ": " + Sentences.percent(here.share()) + ", against " + Sentences.percent(elsewhere.share())
                + " elsewhere.";
    }
}
