package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.sources.mapping.Expression.Extracted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The functions that return times, in ISO 8601. */
final class TimeExpressions {

    private static final BigDecimal LAST = BigDecimal.valueOf(253_402_300_799_999L);
    private static final Pattern COMMENT = Pattern.compile("\\s*\\([^()]*\\)\\s*$");

    private TimeExpressions() {}

    /** When the payload arrived; for systems that do not say when it happened. */
    record ReceivedTime() implements Expression {
        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) {
            return Optional.of(Extracted.constant(payload.receivedAt().toString()));
        }

        @Override
        public Stream<PayloadLocation> locations() {
            return Stream.empty();
        }
    }

    /** Counted from 1970 on, with or without decimals. */
    record Epoch(Unit unit, Expression of) implements Expression.Derived {
        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException {
            Optional<Extracted> found = of.evaluate(payload);
            return found.isEmpty() ? found : Optional.of(time(found.get()));
        }

        private Extracted time(Extracted found) throws UnmappedException {
            BigDecimal millis =
                    found.decimal(unit.expected).movePointRight(unit.decimals).setScale(0, RoundingMode.FLOOR);
            if (millis.signum() < 0 || millis.compareTo(LAST) > 0) {
                throw found.unexpected(unit.expected);
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
    record Written(boolean inMail, Expression of) implements Expression.Derived {
        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException {
            Optional<Extracted> found = of.evaluate(payload);
            return found.isEmpty() ? found : Optional.of(time(found.get()));
        }

        private Extracted time(Extracted found) throws UnmappedException {
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
                throw found.unexpected(expected);
            }
        }
    }

    /** A written date of another form; the zone is that of dates without an offset. */
    record Patterned(String pattern, DateTimeFormatter formatter, ZoneId zone, Expression of)
            implements Expression.Derived {
        private static final int MAX_LENGTH = 100;

        /** The function of a document: letters as in {@link DateTimeFormatter}, names in English. */
        static Expression read(DocumentNode node, DocumentNode zone, Expression of) {
            String pattern = node.text("");
            try {
                if (pattern.isEmpty() || pattern.length() > MAX_LENGTH) {
                    throw new IllegalArgumentException("up to " + MAX_LENGTH + " characters");
                }
                DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
                return new Patterned(pattern, formatter, zone(zone), of);
            } catch (IllegalArgumentException e) {
                node.problem("expected a pattern such as dd.MM.yyyy HH:mm, was " + Excerpt.of(pattern) + ": "
                        + e.getMessage());
                return of;
            }
        }

        private static ZoneId zone(DocumentNode node) {
            String name = node.text("UTC");
            try {
                return ZoneId.of(name);
            } catch (DateTimeException e) {
                node.problem("expected a time zone such as Europe/Zurich, was " + Excerpt.of(name));
                return ZoneOffset.UTC;
            }
        }

        @Override
        public Optional<Extracted> evaluate(WebhookPayload payload) throws UnmappedException {
            Optional<Extracted> found = of.evaluate(payload);
            return found.isEmpty() ? found : Optional.of(time(found.get()));
        }

        private Extracted time(Extracted found) throws UnmappedException {
            try {
                ZonedDateTime time = ZonedDateTime.parse(found.text(), formatter.withZone(zone));
                return found.withText(time.toInstant().toString());
            } catch (DateTimeException e) {
                throw found.unexpected("a time of the form " + pattern);
            }
        }
    }
}
