package io.truenorth.relationship.ledger;

/**
 * Days that follow each other.
 *
 * @param first epoch day, UTC
 * @param last epoch day, UTC, included; not before the first
 */
public record DaySpan(int first, int last) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the last day is before the first
     */
    public DaySpan {
        if (last < first) {
            throw new IllegalArgumentException("expected a last day from " + first + " on, was " + last);
        }
    }

    /** Whether it is a single day. */
    public boolean isOneDay() {
        return first == last;
    }

    /** Whether a day is one of them. */
    public boolean contains(int day) {
        return first <= day && day <= last;
    }
}
