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
        return readOr("asOf", asOf, now);
    }

    /**
     * Reads a parameter in the same forms.
     *
     * @param otherwise where nothing is asked for, epoch ms
     */
    static long readOr(String parameter, @Nullable String text, long otherwise) {
        return text == null || text.isEmpty() ? otherwise : read(parameter, text, LAST);
    }

    /** Reads a parameter in the same forms: a moment not after another one, to which it is compared. */
    static long readBefore(String parameter, String text, long other) {
        return read(parameter, text, other);
    }

    private static long read(String parameter, String text, long last) {
        try {
            long moment = parse(text);
            if (moment < 0 || moment > last) {
                throw unreadable(parameter, text, last);
            }
            return moment;
        } catch (DateTimeParseException | NumberFormatException | ArithmeticException e) {
            throw unreadable(parameter, text, last);
        }
    }

    private static long parse(String text) {
        if (text.chars().allMatch(Character::isDigit)) {
            return Long.parseLong(text);
        }
        return text.contains("T")
                ? Instant.parse(text).toEpochMilli()
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static ProblemException unreadable(String parameter, String text, long last) {
        String until = last == LAST ? "9999" : written(last);
        return new ProblemException(Problem.of(
                400,
                parameter.equals("asOf") ? "invalid-as-of" : "invalid-" + parameter,
                "Invalid moment",
                parameter
                        + ": expected an instant such as 2026-03-01T10:00:00Z, a date or epoch milliseconds, from 1970"
                        + " to "
                        + until + ", was " + (text.isEmpty() ? "nothing" : text)));
    }

    /** How answers write a moment. */
    static String written(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).toString();
    }
}
