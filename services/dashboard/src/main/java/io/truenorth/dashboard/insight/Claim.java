package io.truenorth.dashboard.insight;

import java.util.function.DoublePredicate;
import java.util.function.Supplier;

/**
 * A possible opportunity, which is reported only if it is statistically significant.
 *
 * @param comparison the comparison that the opportunity reports
 * @param alsoHolds an additional test at a significance level, which excludes confounding
 * @param opportunity creates the opportunity
 */
record Claim(Comparison comparison, DoublePredicate alsoHolds, Supplier<Opportunity> opportunity) {

    /** Whether it is statistically significant at a level, 0 to 1. */
    boolean holds(double level) {
        return comparison.holds(level) && alsoHolds.test(level);
    }
}
