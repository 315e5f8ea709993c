package io.truenorth.cli.explain;

import static io.truenorth.relationship.score.ScoreSnapshot.POINT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as a page says them. */
final class ReportFormat {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ReportFormat() {}

    /** Points with two decimals, rounded down, so that 63.999 is not yet 64. */
    static String points(long microPoints) {
        return String.format(Locale.ROOT, "%d.%02d", microPoints / POINT, microPoints % POINT / 10_000);
    }

    /** A change in points, with its sign. */
    static String change(long microPoints) {
        return (microPoints < 0 ? "-" : "+") + points(Math.abs(microPoints));
    }

    /** Points as a model gives them: 60, or 59.5. */
    static String points(double points) {
        return points == Math.rint(points)
                ? String.format(Locale.ROOT, "%.0f", points)
                : String.format(Locale.ROOT, "%.2f", points);
    }

    /** A mass or a risk. */
    static String amount(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A day in ten columns, for lines that stand one above the other. */
    static String day(long epochMillis) {
        return DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(Instant.ofEpochMilli(epochMillis));
    }

    static String date(long epochMillis) {
        return DATE.format(Instant.ofEpochMilli(epochMillis));
    }

    static String time(long epochMillis) {
        return TIME.format(Instant.ofEpochMilli(epochMillis));
    }
}
