package io.truenorth.relationship.ledger;

/**
 * A range of consecutive days.
 *
 * @param first epoch day, UTC
 * @param last epoch day, UTC, inclusive; not before the first
 */
public record DaySpan(int first, int last) {

    /**
     * Validates the order.
     *
     * @throws IllegalArgumentException if the last day is before the first
     */
    public DaySpan {
        if (last < first) {
            throw new IllegalArgumentException("expected a last day from " + first + " on, was " + last);
        }
    }

    /** Returns whether the range is a single day. */
    public boolean isOneDay() {
        return first == last;
    }

    /** Returns whether the range contains a day. */
    public boolean contains(int day) {
        return first <= day && day <= last;
    }
}
