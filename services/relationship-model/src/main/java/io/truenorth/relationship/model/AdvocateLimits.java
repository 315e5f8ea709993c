package io.truenorth.relationship.model;

/**
 * What an advocate needs besides a score.
 *
 * @param massUp the advocacy mass from which the stage is entered
 * @param massDown the advocacy mass below which it is left, up to {@code massUp}
 * @param maxRisk the detractor risk, 0 to 1, above which nobody is an advocate
 */
public record AdvocateLimits(double massUp, double massDown, double maxRisk) {

    public AdvocateLimits {
        new Checks()
                .within(0, 1e6, "massUp", massUp)
                .that(
                        massDown >= 0 && massDown <= massUp,
                        "massDown",
                        "expected a mass from 0 to the limit of going up, " + massUp + ", was " + massDown)
                .within(0, 1, "maxRisk", maxRisk)
                .done();
    }
}
