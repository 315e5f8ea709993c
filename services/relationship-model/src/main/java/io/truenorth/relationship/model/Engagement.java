package io.truenorth.relationship.model;

import java.util.List;

/**
 * The engagement dimension, how often the customer is active: the mean, over the half-lives, of {@code sat(E, k)},
 * where E is the decayed number of active channel-days.
 *
 * @param weight share of the score before renormalisation; 0 excludes the dimension
 * @param halfLives one to four half-lives in milliseconds, equally weighted
 * @param k the decayed active channel-days at which half of the maximum is reached
 */
public record Engagement(double weight, List<Long> halfLives, double k) {

    public Engagement {
        halfLives = List.copyOf(halfLives);
        Checks checks = new Checks().weight(weight).positive("k", k);
        checks.that(
                !halfLives.isEmpty() && halfLives.size() <= 4,
                "halfLives",
                "expected one to four half-lives, were " + halfLives.size());
        for (int i = 0; i < halfLives.size(); i++) {
            checks.halfLife("halfLives[" + i + "]", halfLives.get(i));
        }
        checks.done();
    }
}
