package io.truenorth.documents.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How times are written.
 *
 * @param expected what a message calls it
 * @param parser reads a text as epoch milliseconds
 * @param inSeconds whether milliseconds may be mistaken for it
 */
record TimeFormat(String expected, Parser parser, boolean inSeconds) {

    /** As seconds the year 5138, as milliseconds 1973. */
    private static final long FIRST_LIKELY_MILLIS = 100_000_000_000L;

    /** As milliseconds the year 5138. */
    private static final long LAST_LIKELY_MILLIS = 100_000_000_000_000L;

    private static final int LONGEST_PATTERN = 100;
    private static final BigDecimal LATEST = BigDecimal.valueOf(Long.MAX_VALUE / 2);

    private static final DateTimeFormatter ISO_WITH_OR_WITHOUT_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendOptional(new DateTimeFormatterBuilder()
                    .appendLiteral('T')
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendPattern("[XXX]")
                    .toFormatter(Locale.ROOT))
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private TimeFormat(String expected, Parser parser) {
        this(expected, parser, false);
    }

    /** What may be wrong with a moment (epoch ms) that is far too late; empty if nothing is known. */
    String hint(long epochMillis) {
        long written = epochMillis / 1000;
        return inSeconds && written > FIRST_LIKELY_MILLIS && written < LAST_LIKELY_MILLIS
                ? ", looks like milliseconds; a mapping with time format epoch-millis reads them"
                : "";
    }

    /** Reads a text as epoch milliseconds. */
    @FunctionalInterface
    interface Parser {
        /**
         * The moment of a text.
         *
         * @throws RuntimeException a {@link DateTimeException} or {@link ArithmeticException} if it is no such time
         */
        long epochMillis(String text);
    }

    /** Seconds since 1970, with decimals or without. */
    static TimeFormat epochSeconds() {
        return new TimeFormat("a time in epoch seconds", text -> epoch(text, 3), true);
    }

    /** Milliseconds since 1970. */
    static TimeFormat epochMillis() {
        return new TimeFormat("a time in epoch milliseconds", text -> epoch(text, 0));
    }

    /** ISO 8601 with an offset. */
    static TimeFormat iso() {
        return new TimeFormat(
                "a time in ISO 8601 with its offset, such as 2017-03-01T10:00:00Z",
                text -> epochMillis(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text), ZoneOffset.UTC));
    }

    /** ISO 8601; what has no offset is in the zone, and a bare date is its first moment. */
    static TimeFormat iso(ZoneId zone) {
        return new TimeFormat(
                "a time in ISO 8601, such as 2017-03-01T10:00:00",
                text -> epochMillis(ISO_WITH_OR_WITHOUT_OFFSET.parse(text), zone));
    }

    /**
     * A pattern of {@link DateTimeFormatter}, names of months in English; without a time of day it is the first moment
     * of the day.
     *
     * @throws IllegalArgumentException if it is no pattern, or one that does not tell times apart which it writes apart
     */
    static TimeFormat pattern(String pattern, ZoneId zone) {
        if (pattern.length() > LONGEST_PATTERN) {
            throw new IllegalArgumentException(
                    "it has " + pattern.length() + " characters, expected up to " + LONGEST_PATTERN);
        }
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(withPlainYears(pattern), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        requireDefinite(formatter, zone);
        return new TimeFormat("a time as " + pattern, text -> epochMillis(formatter.parse(text), zone));
    }

    /**
     * Several formats, of which the first that reads a text counts. A date that two of them read as different days is rejected.
     *
     * @param formats two or more
     */
    static TimeFormat firstOf(List<TimeFormat> formats) {
        String expected = formats.stream()
                .map(TimeFormat::expected)
                .map(each -> each.replaceFirst("^a time as ", ""))
                .collect(Collectors.joining(" or ", "a time as ", ""));
        return new TimeFormat(expected, text -> firstOf(formats, text));
    }

    private static long firstOf(List<TimeFormat> formats, String text) {
        Set<Long> read = new LinkedHashSet<>();
        for (TimeFormat format : formats) {
            try {
                read.add(format.parser().epochMillis(text));
            } catch (DateTimeException | ArithmeticException e) {
                // Another one may read it.
            }
        }
        if (read.isEmpty() || read.size() > 1 && DateReadings.of(text).isAmbiguous()) {
            throw new DateTimeException("not one of the formats, or a date of two readings");
        }
        return read.iterator().next();
    }

    /** Read strictly, {@code yyyy} would want an era beside it; what people mean by it is {@code uuuu}. */
    private static String withPlainYears(String pattern) {
        StringBuilder plain = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            quoted ^= letter == '\'';
            plain.append(letter == 'y' && !quoted ? 'u' : letter);
        }
        return plain.toString();
    }

    /** Morning and afternoon, which {@code hh} without {@code a} writes apart but cannot read apart. */
    private static void requireDefinite(DateTimeFormatter formatter, ZoneId zone) {
        ZonedDateTime morning = ZonedDateTime.of(2017, 3, 1, 9, 7, 5, 0, zone);
        String early = formatter.format(morning);
        String late = formatter.format(morning.plusHours(5));
        try {
            long first = epochMillis(formatter.parse(early), zone);
            long second = epochMillis(formatter.parse(late), zone);
            if (!early.equals(late) && first == second) {
                throw new IllegalArgumentException("it does not tell the hour of the day (HH, or hh with a)");
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it does not tell year, month and day", e);
        }
    }

    private static long epoch(String text, int decimals) {
        BigDecimal millis = DecimalText.parse(text)
                .orElseThrow(() -> new DateTimeException("not a number"))
                .movePointRight(decimals);
        if (millis.abs().compareTo(LATEST) > 0) {
            throw new ArithmeticException("out of range");
        }
        return millis.setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    private static long epochMillis(TemporalAccessor parsed, ZoneId zone) {
        ZoneId own = parsed.query(TemporalQueries.zone());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        return LocalDate.from(parsed)
                .atTime(time == null ? LocalTime.MIDNIGHT : time)
                .atZone(own == null ? zone : own)
                .toInstant()
                .toEpochMilli();
    }
}
