package io.truenorth.dashboard.objectives;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Something to reach in a scope by a day.
 *
 * @param id unlike any other
 * @param name what it is, in a few words
 * @param owner whose it is; may be empty
 * @param scope where it is measured
 * @param metric what is measured
 * @param target what is to be reached
 * @param baseline where it began; where nothing is said, what was measured then
 * @param from when it began
 * @param due by when it is to be reached
 * @param children the parts it is made of
 */
public record Objective(
        String id,
        String name,
        String owner,
        String scope,
        Metric metric,
        double target,
        OptionalDouble baseline,
        LocalDate from,
        LocalDate due,
        List<Objective> children) {

    /** The children are copied. */
    public Objective {
        children = List.copyOf(children);
    }
}
