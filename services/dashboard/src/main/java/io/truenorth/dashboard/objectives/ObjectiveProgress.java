package io.truenorth.dashboard.objectives;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How far an objective is.
 *
 * @param objective what is to be reached
 * @param value what is measured
 * @param baseline where it began
 * @param pace whether it is in time
 * @param shareOfParentGap its part of what its parent lacks, 0 to 1; nothing where there is no parent or nothing lacks
 * @param history what was measured since it began, in order
 * @param children how far its parts are
 */
public record ObjectiveProgress(
        Objective objective,
        double value,
        double baseline,
        Pace pace,
        OptionalDouble shareOfParentGap,
        List<Point> history,
        List<ObjectiveProgress> children) {

    /**
     * What was measured.
     *
     * @param at when, epoch ms
     * @param value what
     */
    public record Point(long at, double value) {}
}
