package io.truenorth.gateway.segment;

import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.json.JsonNumber;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * When the event of a message occurred, by the gateway's clock rather than the sender's: {@code timestamp + (receivedAt − sentAt)}, as
 * the specification says. Only the time of the event is required: an invalid or implausible {@code sentAt} is
 * ignored.
 */
final class MessageTime {

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

    /** A clock that is set while a message waits may say that it was sent a little before it happened. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    /** A {@code sentAt} further ahead than this is ignored if the event itself is not in the future. */
    private static final Duration FURTHEST_AHEAD = Duration.ofDays(1);

    private MessageTime() {}

    /**
     * The time.
     *
     * <p>It is not corrected if the message has a {@code receivedAt}, as another system has corrected it before; if its {@code sentAt} is
     * not credible; or if it has no {@code messageId}, as its id is derived from its content and a time that changed with each attempt
     * would make each a new event. Without a timestamp it is the time of arrival.
     *
     * @param batchSentAt when its batch was sent; the {@code sentAt} of the message itself has precedence
     * @throws UnmappedException if a time of the event is given, and none that can be read
     */
    static Instant of(SegmentMessage message, Optional<String> batchSentAt, Instant receivedAt)
            throws UnmappedException {
        Optional<Instant> stated = stated(message);
        if (stated.isEmpty()) {
            return receivedAt;
        }
        boolean corrected = message.value("receivedAt").isPresent();
        boolean stable = message.text("messageId").isPresent();
        if (corrected || !stable) {
            return stated.get();
        }
        return sent(message, batchSentAt)
                .map(sent -> corrected(stated.get(), sent, receivedAt))
                .orElse(stated.get());
    }

    /** {@code timestamp}, else {@code originalTimestamp}, which is all that RudderStack's libraries send. */
    private static Optional<Instant> stated(SegmentMessage message) throws UnmappedException {
        Optional<Instant> readable =
                message.readableTime("timestamp").or(() -> message.readableTime("originalTimestamp"));
        if (readable.isPresent()) {
            return readable;
        }
        message.requireNoTime("timestamp");
        message.requireNoTime("originalTimestamp");
        return Optional.empty();
    }

    private static Optional<Instant> sent(SegmentMessage message, Optional<String> batchSentAt) {
        return message.readableTime("sentAt").or(() -> batchSentAt.flatMap(MessageTime::parse));
    }

    private static Instant corrected(Instant stated, Instant sent, Instant receivedAt) {
        Duration waited = Duration.between(stated, sent);
        if (waited.compareTo(SLACK.negated()) < 0 || isTooFarAhead(stated, sent, receivedAt)) {
            return stated;
        }
        return waited.isNegative() ? receivedAt : receivedAt.minus(waited);
    }

    /** A clock that is days ahead would also put the event in the future, unless the message has waited for days. */
    private static boolean isTooFarAhead(Instant stated, Instant sent, Instant receivedAt) {
        return sent.isAfter(receivedAt.plus(FURTHEST_AHEAD)) && !stated.isAfter(receivedAt);
    }

    /**
     * A time as libraries write it: ISO 8601 with an offset, which some write without a colon ({@code +0000}), or the time since
     * 1970 in milliseconds or seconds, whose ranges do not overlap for current events.
     */
    static Optional<Instant> parse(String text) {
        Optional<BigDecimal> number = new JsonNumber(text).decimal();
        return number.isPresent() ? ofNumber(number.get()) : ofIso(text);
    }

    private static Optional<Instant> ofIso(String text) {
        try {
            OffsetDateTime time = ISO.parse(text, OffsetDateTime::from);
            return time.getYear() > 9999 ? Optional.empty() : Optional.of(time.toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> ofNumber(BigDecimal number) {
        if (number.compareTo(SECONDS_FROM) < 0 || number.compareTo(LAST_MILLIS) > 0) {
            return Optional.empty();
        }
        BigDecimal millis = number.compareTo(MILLIS_FROM) < 0 ? number.movePointRight(3) : number;
        return Optional.of(Instant.ofEpochMilli(millis.longValue()));
    }
}
