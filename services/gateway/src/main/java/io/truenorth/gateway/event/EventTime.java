package io.truenorth.gateway.event;

import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Text;
import io.truenorth.relationship.ledger.ArrivalRule;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Reads when an event occurred, and believes it or not. */
final class EventTime {

    private static final String EXPECTED =
            "expected a time in ISO 8601 with an offset, such as 2026-03-01T10:00:00Z, or in" + " epoch milliseconds";

    /** Numbers in this range are dates of 1970 in milliseconds, and of our days in seconds. */
    private static final long SECONDS_FROM = 100_000_000L;

    private static final long SECONDS_TO = 10_000_000_000L;

    private final ArrivalRule rule;

    EventTime(ArrivalRule rule) {
        this.rule = rule;
    }

    /**
     * The time as sent, in epoch ms.
     *
     * @throws IllegalArgumentException saying what was expected, if it is none, or one that is not believed
     */
    long read(JsonValue value, long arrivedAt) {
        long occurredAt = value instanceof Text text ? written(text.text()) : counted(value);
        rule.admit(occurredAt, arrivedAt);
        return occurredAt;
    }

    private static long written(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(EXPECTED + ", was " + Excerpt.of(text), e);
        }
    }

    private static long counted(JsonValue value) {
        long millis = Numbers.integer(value)
                .orElseThrow(() -> new IllegalArgumentException(EXPECTED + ", was " + value.shown()));
        if (millis >= SECONDS_FROM && millis < SECONDS_TO) {
            throw new IllegalArgumentException(EXPECTED + ", was " + millis + ", which looks like seconds");
        }
        return millis;
    }
}
