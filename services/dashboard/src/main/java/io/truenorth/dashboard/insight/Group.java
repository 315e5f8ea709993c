package io.truenorth.dashboard.insight;

import java.util.Collection;

/** Counts the customers of a group and the hits among them: those to whom a condition applies. Mutable, used by one scan. */
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

    /** The sum of disjoint groups. */
    static Group of(Collection<Group> groups) {
        Group all = new Group();
        groups.forEach(group -> all.add(group, 1));
        return all;
    }

    /** This group without another one that is part of it. */
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

    /** The share of hits, 0 to 1. */
    double share() {
        return customers == 0 ? 0 : (double) hit / customers;
    }

    /** The sum of the points of all hits. */
    double pointsOfHit() {
        return scoreOfHit / 1e6;
    }
}
