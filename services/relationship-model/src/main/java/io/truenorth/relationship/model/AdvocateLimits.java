package io.truenorth.relationship.model;

/**
 * Conditions of the advocate stage besides the score.
 *
 * @param massUp the advocacy mass from which the stage is entered
 * @param massDown the advocacy mass below which the stage is left, up to {@code massUp}
 * @param maxRisk the detractor risk, 0 to 1, above which a customer cannot be an advocate
 */
public record AdvocateLimits(double massUp, double massDown, double maxRisk) {

    public AdvocateLimits {
        new Checks()
                .within(0, 1e6, "massUp", massUp)
                .that(
                        massDown >= 0 && massDown <= massUp,
                        "massDown",
                        "expected a mass from 0 to the entry limit, " + massUp + ", was " + massDown)
                .within(0, 1, "maxRisk", maxRisk)
                .done();
    }
}
