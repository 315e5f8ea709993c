package io.truenorth.relationship;

import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Builds touches in the form {@code aTouch("ticket_opened").on("support").saying(NEGATIVE).at("2026-03-01")}. */
public final class TouchBuilder {

    private String id = "e-1";
    private long occurredAt;
    private String channel = "web";
    private final String kind;
    private String subject = "";
    private Direction direction = Direction.INBOUND;
    private Sentiment sentiment = Sentiment.NONE;
    private long valueMinor;

    private TouchBuilder(String kind) {
        this.kind = kind;
    }

    /** Starts a touch by the customer, on the web channel, at the start of 1970 by default. */
    public static TouchBuilder aTouch(String kind) {
        return new TouchBuilder(kind);
    }

    public TouchBuilder withId(String id) {
        this.id = id;
        return this;
    }

    /** Sets the event time: a date (its first millisecond in UTC) or an instant. */
    public TouchBuilder at(String time) {
        return at(millis(time));
    }

    public TouchBuilder at(long epochMillis) {
        this.occurredAt = epochMillis;
        return this;
    }

    public TouchBuilder on(String channel) {
        this.channel = channel;
        return this;
    }

    public TouchBuilder about(String subject) {
        this.subject = subject;
        return this;
    }

    public TouchBuilder byTheBrand() {
        this.direction = Direction.OUTBOUND;
        return this;
    }

    public TouchBuilder saying(Sentiment sentiment) {
        this.sentiment = sentiment;
        return this;
    }

    public TouchBuilder worth(long valueMinor) {
        this.valueMinor = valueMinor;
        return this;
    }

    public Touch build() {
        return Touch.of(id, occurredAt, channel, kind, subject, direction, sentiment, valueMinor);
    }

    /** Returns the epoch milliseconds of a date (its first millisecond in UTC) or of an instant. */
    public static long millis(String time) {
        Instant instant = time.contains("T")
                ? Instant.parse(time)
                : LocalDate.parse(time).atStartOfDay(ZoneOffset.UTC).toInstant();
        return instant.toEpochMilli();
    }
}
