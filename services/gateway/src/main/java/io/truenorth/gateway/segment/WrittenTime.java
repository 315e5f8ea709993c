package io.truenorth.gateway.segment;

import io.truenorth.gateway.event.Numbers;
import io.truenorth.gateway.json.JsonValue.Number;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads times as libraries write them: ISO 8601 with an offset, which some write without a colon ({@code +0000}), or the time
 * since 1970 in milliseconds or seconds, which no event of our days has in common.
 */
final class WrittenTime {

    static final String EXPECTED = "a time in ISO 8601 with an offset, such as 2026-03-01T10:00:00Z";

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXXXX][XXXX][X]")
            .toFormatter(Locale.ROOT);

    /** Numbers from here on are milliseconds since March 1973; below, they are seconds up to the year 5138. */
    private static final BigDecimal MILLIS_FROM = BigDecimal.valueOf(100_000_000_000L);

    private static final BigDecimal SECONDS_FROM = BigDecimal.valueOf(100_000_000L);
    private static final BigDecimal LAST_MILLIS = BigDecimal.valueOf(253_402_300_799_999L);

    private WrittenTime() {}

    /** The time, if the text is one. */
    static Optional<Instant> read(String text) {
        Optional<BigDecimal> number = Numbers.decimal(new Number(text));
        return number.isPresent() ? counted(number.get()) : written(text);
    }

    private static Optional<Instant> written(String text) {
        try {
            OffsetDateTime time = ISO.parse(text, OffsetDateTime::from);
            return time.getYear() > 9999 ? Optional.empty() : Optional.of(time.toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> counted(BigDecimal number) {
        if (number.compareTo(SECONDS_FROM) < 0 || number.compareTo(LAST_MILLIS) > 0) {
            return Optional.empty();
        }
        BigDecimal millis = number.compareTo(MILLIS_FROM) < 0 ? number.movePointRight(3) : number;
        return Optional.of(Instant.ofEpochMilli(millis.longValue()));
    }
}
