package io.truenorth.dashboard.insight;

import java.util.Collection;

/** Customers who have something in common, and those of them to whom something happens. Mutable, of one scan alone. */
final class Group {
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
        groups.forEach(group -> all.add(group, 1));
        return all;
    }

    /** Those of this group who are not in another, which is a part of it. */
    Group without(Group part) {
        Group rest = new Group();
        rest.add(this, 1);
        rest.add(part, -1);
        return rest;
    }

    private void add(Group other, int sign) {
        customers += sign * other.customers;
        hit += sign * other.hit;
        scoreOfHit += sign * other.scoreOfHit;
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

    /** Points of all to whom it happens. */
    double pointsOfHit() {
        return scoreOfHit / 1e6;
    }
}
