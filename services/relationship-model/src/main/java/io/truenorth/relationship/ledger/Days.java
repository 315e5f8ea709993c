package io.truenorth.relationship.ledger;

import java.time.LocalDate;

/**
 * Conversions between epoch milliseconds, epoch days (UTC), at which a ledger counts, and months, in which it is
 * stored.
 */
public final class Days {

    /** Milliseconds per day. */
    public static final long MILLIS = 86_400_000L;

    private Days() {}

    /** Returns the epoch day (UTC) of a time in epoch milliseconds. */
    public static int of(long epochMillis) {
        return Math.toIntExact(Math.floorDiv(epochMillis, MILLIS));
    }

    /** Returns the first millisecond of an epoch day. */
    public static long start(int day) {
        return day * MILLIS;
    }

    /** Returns the last epoch day that began before {@code t} (epoch ms): cells up to this day count at {@code t}. */
    public static int lastBefore(long t) {
        return of(t - 1);
    }

    /** Returns the calendar month (UTC) of an epoch day, in months since January 1970. */
    public static int monthOf(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return (date.getYear() - 1970) * 12 + date.getMonthValue() - 1;
    }

    /** Returns the first epoch day of a month, given in months since January 1970. */
    static int firstOfMonth(int month) {
        int year = 1970 + Math.floorDiv(month, 12);
        return Math.toIntExact(
                LocalDate.of(year, Math.floorMod(month, 12) + 1, 1).toEpochDay());
    }
}
