package io.truenorth.dashboard.insight;

import java.util.function.DoublePredicate;
import java.util.function.Supplier;

/**
 * An opportunity that may be named, if its numbers bear it.
 *
 * @param comparison what is told
 * @param alsoHolds a stricter comparison, of like with like, that has to show the same at a level of chance
 * @param opportunity how it is told
 */
record Claim(Comparison comparison, DoublePredicate alsoHolds, Supplier<Opportunity> opportunity) {

    /** Whether it is statistically significant at a level, 0 to 1. */
    boolean holds(double level) {
        return comparison.holds(level) && alsoHolds.test(level);
    }
}
