package io.truenorth.streams.query;

import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The moment that a question is about, as it stands in a query. */
final class Moment {
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    private Moment() {}

    /**
     * Reads {@code asOf}: an instant, a date (its first millisecond, UTC) or epoch milliseconds.
     *
     * @return epoch ms; now where nothing is asked for
     */
    static long read(@Nullable String asOf, long now) {
        if (asOf == null || asOf.isEmpty()) {
            return now;
        }
        try {
            long moment = parse(asOf);
            if (moment < 0 || moment > LAST) {
                throw unreadable(asOf);
            }
            return moment;
        } catch (DateTimeParseException | NumberFormatException | ArithmeticException e) {
            throw unreadable(asOf);
        }
    }

    private static long parse(String asOf) {
        if (asOf.chars().allMatch(Character::isDigit)) {
            return Long.parseLong(asOf);
        }
        return asOf.contains("T")
                ? Instant.parse(asOf).toEpochMilli()
                : LocalDate.parse(asOf).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static ProblemException unreadable(String asOf) {
        return new ProblemException(Problem.of(
                400,
                "invalid-as-of",
                "Invalid moment",
                "asOf: expected an instant such as 2026-03-01T10:00:00Z, a date or epoch milliseconds, from 1970 to 9999,"
                        + " was " + asOf));
    }

    /** How answers write a moment. */
    static String written(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).toString();
    }
}
