package io.truenorth.relationship.model;

/**
 * The limits of the stages above {@code aware}, which is entered at a score above 0.
 *
 * @param engaged limits of the stage engaged
 * @param committed limits of the stage committed, none of them below those of engaged
 * @param loyal limits of the stage loyal, none of them below those of committed
 * @param advocate limits of the stage advocate, none of them below those of loyal
 * @param advocacy conditions of the stage advocate besides the score
 */
public record Stages(
        StageLimits engaged, StageLimits committed, StageLimits loyal, StageLimits advocate, AdvocateLimits advocacy) {

    public Stages {
        Checks checks = new Checks();
        checkOrder(checks, "committed", engaged, committed);
        checkOrder(checks, "loyal", committed, loyal);
        checkOrder(checks, "advocate", loyal, advocate);
        checks.done();
    }

    private static void checkOrder(Checks checks, String name, StageLimits below, StageLimits limits) {
        checks.that(
                        limits.up() >= below.up(),
                        name + ".up",
                        "expected at least " + below.up() + ", the limit of the stage below, was " + limits.up())
                .that(
                        limits.down() >= below.down(),
                        name + ".down",
                        "expected at least " + below.down() + ", the limit of the stage below, was " + limits.down());
    }
}
