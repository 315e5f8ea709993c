package io.truenorth.relationship.model;

import java.util.ArrayList;
import java.util.List;

/** Collects all violations in a record's components, so that they are reported together. */
final class Checks {

    /** The maximum half-life: 1000 years, in milliseconds. */
    private static final long LONGEST_HALF_LIFE = 365_250L * 86_400_000L;

    private final List<ModelViolation> violations = new ArrayList<>();

    Checks that(boolean holds, String path, String message) {
        if (!holds) {
            violations.add(new ModelViolation(path, message));
        }
        return this;
    }

    /** Requires a number from {@code low} to {@code high}, inclusive; NaN is rejected. */
    Checks within(double low, double high, String path, double value) {
        return that(
                value >= low && value <= high,
                path,
                "expected a number from " + low + " to " + high + ", was " + value);
    }

    Checks positive(String path, double value) {
        return that(value > 0 && value <= 1e15, path, "expected a number above 0 and up to 1.0E15, was " + value);
    }

    /** Requires the weight of a dimension; 0 excludes it. */
    Checks weight(double value) {
        return within(0, 1_000, "weight", value);
    }

    Checks halfLife(String path, long millis) {
        return that(
                millis >= 3_600_000 && millis <= LONGEST_HALF_LIFE,
                path,
                "expected a half-life from 1 hour to 1000 years, was " + millis + " ms");
    }

    void done() {
        if (!violations.isEmpty()) {
            throw new InvalidModelException(violations);
        }
    }
}
