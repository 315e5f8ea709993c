package io.truenorth.gateway.event;

import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.json.JsonNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** When an event occurred, as it was sent. */
public sealed interface EventTime {

    /** What error messages ask for. */
    String EXPECTED =
            "expected a time in ISO 8601 with an offset, such as 2026-03-01T10:00:00Z, or in epoch milliseconds";

    /**
     * The time in epoch ms.
     *
     * @throws IllegalArgumentException saying what was expected, if it is not a time
     */
    long epochMillis();

    /** The time as it was sent. */
    String text();

    /** A time that is known. */
    static EventTime of(Instant instant) {
        return new EpochMillis(new JsonNumber(Long.toString(instant.toEpochMilli())));
    }

    /** A time in ISO 8601. */
    record Iso(String text) implements EventTime {
        @Override
        public long epochMillis() {
            try {
                return OffsetDateTime.parse(text).toInstant().toEpochMilli();
            } catch (DateTimeException | ArithmeticException e) {
                throw new IllegalArgumentException(EXPECTED + ", was " + Excerpt.of(text), e);
            }
        }
    }

    /** A time in epoch ms. */
    record EpochMillis(JsonNumber number) implements EventTime {

        /** Numbers in this range are dates of 1970 in milliseconds, and current dates in seconds. */
        private static final long SECONDS_FROM = 100_000_000L;

        private static final long SECONDS_TO = 10_000_000_000L;

        @Override
        public String text() {
            return number.asText();
        }

        @Override
        public long epochMillis() {
            long millis = number.integer()
                    .orElseThrow(() -> new IllegalArgumentException(EXPECTED + ", was " + JsonNodes.describe(number)));
            if (millis >= SECONDS_FROM && millis < SECONDS_TO) {
                throw new IllegalArgumentException(EXPECTED + ", was " + millis + ", which looks like seconds");
            }
            return millis;
        }
    }
}
