package io.truenorth.relationship.ledger;

import java.time.LocalDate;

/** Epoch days (UTC), the grain of a ledger in time, and the months they are stored in. */
public final class Days {

    /** Milliseconds of a day. */
    public static final long MILLIS = 86_400_000L;

    private Days() {}

    /** The epoch day (UTC) of a time in epoch milliseconds. */
    public static int of(long epochMillis) {
        return Math.toIntExact(Math.floorDiv(epochMillis, MILLIS));
    }

    /** The first millisecond of an epoch day. */
    public static long start(int day) {
        return day * MILLIS;
    }

    /** The last day that has begun before {@code t} (epoch ms): cells up to this day count at {@code t}. */
    public static int lastBefore(long t) {
        return of(t - 1);
    }

    /** The calendar month (UTC) of an epoch day, as months since January 1970. */
    static int monthOf(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return (date.getYear() - 1970) * 12 + date.getMonthValue() - 1;
    }

    /** The first epoch day of a month that is counted from January 1970. */
    static int firstOfMonth(int month) {
        int year = 1970 + Math.floorDiv(month, 12);
        return Math.toIntExact(
                LocalDate.of(year, Math.floorMod(month, 12) + 1, 1).toEpochDay());
    }
}
