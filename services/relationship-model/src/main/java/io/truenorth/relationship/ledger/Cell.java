package io.truenorth.relationship.ledger;

/**
 * One cell of a ledger: a key (day, channel, kind, subject) and its counts.
 *
 * <p>Cells of the same key add up value by value; a cell with negative counts reverts an earlier one. Cells are ordered
 * by day, then by channel, kind and subject in the order of {@link String#compareTo}.
 *
 * @param day epoch day of the event time, UTC
 * @param channel the channel of the touch
 * @param kind the kind of the touch
 * @param subject the brand, product line or campaign concerned; empty if unspecified
 * @param inbound touches by the customer
 * @param outbound touches by the brand
 * @param valueMinor money in minor units of the reporting currency, signed
 * @param positive touches with positive sentiment
 * @param neutral touches with neutral sentiment
 * @param negative touches with negative sentiment
 */
public record Cell(
        int day,
        String channel,
        String kind,
        String subject,
        long inbound,
        long outbound,
        long valueMinor,
        long positive,
        long neutral,
        long negative) {

    /**
     * Validates the names.
     *
     * @throws IllegalArgumentException if channel or kind is empty, or a name is not well-formed Unicode
     */
    public Cell {
        Texts.requireText("a channel", channel);
        Texts.requireText("a kind", kind);
        Texts.requireUnicode("a subject", subject);
    }

    Cell on(int otherDay) {
        return new Cell(otherDay, channel, kind, subject, inbound, outbound, valueMinor, positive, neutral, negative);
    }

    /** Compares the keys only. */
    int compareKey(Cell other) {
        int byDay = Integer.compare(day, other.day);
        if (byDay != 0) {
            return byDay;
        }
        int byChannel = channel.compareTo(other.channel);
        if (byChannel != 0) {
            return byChannel;
        }
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : subject.compareTo(other.subject);
    }

    /**
     * Returns the sum of two cells of the same key.
     *
     * @throws ArithmeticException if a sum overflows a {@code long}
     */
    Cell plus(Cell other) {
        return new Cell(
                day,
                channel,
                kind,
                subject,
                Math.addExact(inbound, other.inbound),
                Math.addExact(outbound, other.outbound),
                Math.addExact(valueMinor, other.valueMinor),
                Math.addExact(positive, other.positive),
                Math.addExact(neutral, other.neutral),
                Math.addExact(negative, other.negative));
    }

    /**
     * Returns the cell that reverts this one.
     *
     * @throws ArithmeticException if a value cannot be negated
     */
    Cell negated() {
        return new Cell(
                day,
                channel,
                kind,
                subject,
                Math.negateExact(inbound),
                Math.negateExact(outbound),
                Math.negateExact(valueMinor),
                Math.negateExact(positive),
                Math.negateExact(neutral),
                Math.negateExact(negative));
    }

    boolean isZero() {
        return (inbound | outbound | valueMinor | positive | neutral | negative) == 0;
    }
}
