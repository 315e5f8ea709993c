package io.truenorth.gateway.sources.mapping;

import io.truenorth.gateway.event.IncomingEvent.EventTime;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonNumber;
import io.truenorth.gateway.sources.mapping.Expression.Extracted;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/**
 * The revision of an event: a whole number, or a time such as that of the last change. A time becomes the whole seconds from the
 * event's own time on, which keeps the order of changes and fits into 32 bits for 68 years; an earlier one is 0.
 */
final class Revision {

    static final String EXPECTED = "a whole number from 0 to " + Integer.MAX_VALUE + ", or a time in ISO 8601";

    private static final BigDecimal MAX = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Revision() {}

    /** Whether a text is a whole number that a revision can be. */
    static boolean isRevision(String text) {
        return Extracted.isDecimal(text) && isInRange(new BigDecimal(text));
    }

    private static boolean isInRange(BigDecimal number) {
        return number.signum() >= 0
                && number.compareTo(MAX) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }

    /**
     * The revision that a value states.
     *
     * @param occurredAt the time of the event
     */
    static JsonNumber of(Extracted found, EventTime occurredAt) throws UnmappedException {
        BigDecimal number = Extracted.isDecimal(found.text())
                ? new BigDecimal(found.text())
                : BigDecimal.valueOf(Math.max(0, secondsBetween(occurredAt, found)));
        if (!isInRange(number)) {
            throw found.unexpected(EXPECTED);
        }
        return new JsonNumber(number.toBigInteger().toString());
    }

    private static long secondsBetween(EventTime occurredAt, Extracted changed) throws UnmappedException {
        try {
            long changedAt = OffsetDateTime.parse(changed.text()).toInstant().toEpochMilli();
            return Math.floorDiv(Math.subtractExact(changedAt, occurredAt.epochMillis()), 1000);
        } catch (DateTimeException | ArithmeticException e) {
            throw changed.unexpected(EXPECTED);
        } catch (IllegalArgumentException e) {
            // The time of the event is invalid, which its validation reports.
            return 0;
        }
    }
}
