package io.truenorth.cli.command;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Parses the time of an option such as {@code --as-of}: a date, a time with offset, epoch milliseconds, or {@code now}. */
public final class AsOf {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private AsOf() {}

    public static Instant parse(String text, Clock clock) {
        return parse(text, "--as-of", clock);
    }

    public static Instant parse(String text, String option, Clock clock) {
        Instant moment = moment(text, option, clock);
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST)) {
            throw unexpected(text, option);
        }
        return moment;
    }

    private static Instant moment(String text, String option, Clock clock) {
        if (text.equals("now")) {
            return clock.instant();
        }
        if (text.matches("\\d{12,14}")) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw unexpected(text, option);
        }
    }

    private static String hint(String text) {
        return text.matches("\\d{9,10}")
                ? ", which looks like epoch seconds; use epoch milliseconds (" + text + "000) or a date"
                : "";
    }

    private static CommandFailure unexpected(String text, String option) {
        return new CommandFailure(option + ": expected a date (2017-10-01, its midnight in UTC), a time with its offset"
                + " (2017-10-01T12:00:00Z), epoch milliseconds or now, from 1970 to 9999, was " + text + hint(text));
    }
}
