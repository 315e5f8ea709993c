package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.Excerpt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The functions that make times, in ISO 8601. */
final class TimeValues {

    private static final BigDecimal LAST = BigDecimal.valueOf(253_402_300_799_999L);
    private static final Pattern COMMENT = Pattern.compile("\\s*\\([^()]*\\)\\s*$");

    private TimeValues() {}

    /** When the payload arrived; for systems that do not say when it happened. */
    record Arrival() implements Value {
        @Override
        public Optional<Found> in(WebhookPayload payload) {
            return Optional.of(new Found(payload.receivedAt().toString(), ""));
        }

        @Override
        public Stream<PayloadLocation> places() {
            return Stream.empty();
        }
    }

    /** Counted from 1970 on, with or without decimals. */
    record Epoch(Unit unit, Value of) implements Value.Derived {
        @Override
        public Optional<Found> in(WebhookPayload payload) throws UnreadablePayloadException {
            Optional<Found> found = of.in(payload);
            return found.isEmpty() ? found : Optional.of(time(found.get()));
        }

        private Found time(Found found) throws UnreadablePayloadException {
            BigDecimal millis = Decimals.read(found, unit.expected)
                    .movePointRight(unit.decimals)
                    .setScale(0, RoundingMode.FLOOR);
            if (millis.signum() < 0 || millis.compareTo(LAST) > 0) {
                throw new UnreadablePayloadException(
                        found.origin(), "expected " + unit.expected + ", was " + Excerpt.of(found.text()));
            }
            return found.withText(Instant.ofEpochMilli(millis.longValueExact()).toString());
        }
    }

    /** What an epoch time counts. */
    enum Unit {
        SECONDS("a time in epoch seconds", 3),
        MILLIS("a time in epoch milliseconds", 0);

        private final String expected;
        private final int decimals;

        Unit(String expected, int decimals) {
            this.expected = expected;
            this.decimals = decimals;
        }
    }

    /** ISO 8601 with an offset, or as mails write it. */
    record Written(boolean inMail, Value of) implements Value.Derived {
        @Override
        public Optional<Found> in(WebhookPayload payload) throws UnreadablePayloadException {
            Optional<Found> found = of.in(payload);
            return found.isEmpty() ? found : Optional.of(time(found.get()));
        }

        private Found time(Found found) throws UnreadablePayloadException {
            try {
                OffsetDateTime time = inMail
                        ? OffsetDateTime.parse(
                                COMMENT.matcher(found.text()).replaceFirst(""), DateTimeFormatter.RFC_1123_DATE_TIME)
                        : OffsetDateTime.parse(found.text());
                return found.withText(time.toInstant().toString());
            } catch (DateTimeException e) {
                String expected = inMail
                        ? "a date of a mail such as Fri, 5 May 2023 17:44:33 -0400"
                        : "a time in ISO 8601 with an offset, such as 2026-03-01T10:00:00Z";
                throw new UnreadablePayloadException(
                        found.origin(), "expected " + expected + ", was " + Excerpt.of(found.text()));
            }
        }
    }

    /** A written date of another form; the zone is that of dates without an offset. */
    record Patterned(String pattern, DateTimeFormatter formatter, ZoneId zone, Value of) implements Value.Derived {
        @Override
        public Optional<Found> in(WebhookPayload payload) throws UnreadablePayloadException {
            Optional<Found> found = of.in(payload);
            return found.isEmpty() ? found : Optional.of(time(found.get()));
        }

        private Found time(Found found) throws UnreadablePayloadException {
            try {
                ZonedDateTime time = ZonedDateTime.parse(found.text(), formatter.withZone(zone));
                return found.withText(time.toInstant().toString());
            } catch (DateTimeException e) {
                throw new UnreadablePayloadException(
                        found.origin(), "expected a time of the form " + pattern + ", was " + Excerpt.of(found.text()));
            }
        }
    }
}
