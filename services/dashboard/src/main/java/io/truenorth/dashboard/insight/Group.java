package io.truenorth.dashboard.insight;

import java.util.Collection;

/** Customers who have something in common, and those of them to whom something happens. Mutable, of one scan alone. */
final class Group {
    private static final long FEWEST = 10;

    private long customers;
    private long hit;
    private long scoreOfHit;

    void add(boolean isHit, long score) {
        customers++;
        if (isHit) {
            hit++;
            scoreOfHit += score;
        }
    }

    /** All of some groups that have nobody in common. */
    static Group of(Collection<Group> groups) {
        Group all = new Group();
        groups.forEach(all::add);
        return all;
    }

    private void add(Group other) {
        customers += other.customers;
        hit += other.hit;
        scoreOfHit += other.scoreOfHit;
    }

    long customers() {
        return customers;
    }

    long hit() {
        return hit;
    }

    /** The part to whom it happens, 0 to 1. */
    double share() {
        return customers == 0 ? 0 : (double) hit / customers;
    }

    /** The part of all others to whom it happens; {@code all} holds this group too. */
    double shareElsewhere(Group all) {
        long others = all.customers - customers;
        return others <= 0 ? 0 : (double) (all.hit - hit) / others;
    }

    /**
     * How many more it happens to than would if it were as elsewhere; 0 where the difference may be chance (below three
     * standard deviations) or a handful.
     */
    double excess(Group all) {
        double elsewhere = shareElsewhere(all);
        double expected = customers * elsewhere;
        double deviation = Math.sqrt(customers * elsewhere * (1 - elsewhere));
        return significant(expected, deviation);
    }

    /** How many more it happens to than expected; 0 where the difference may be chance or a handful. */
    double significant(double expected, double deviation) {
        double excess = hit - expected;
        return hit >= FEWEST && excess > 3 * Math.max(1, deviation) ? excess : 0;
    }

    /** Points of those in excess, in points. */
    double pointsOfExcess(Group all) {
        return hit == 0 ? 0 : excess(all) * scoreOfHit / hit / 1e6;
    }

    /** Points of all to whom it happens. */
    double pointsOfHit() {
        return scoreOfHit / 1e6;
    }
}
