package io.truenorth.relationship.ledger;

/**
 * One cell of a ledger: the key (day, channel, kind, subject) and what happened under it.
 *
 * <p>Cells of one key add value by value; a cell of negative counts takes back what it negates. Keys are ordered by
 * day, then by channel, kind and subject as {@link String#compareTo} orders them.
 *
 * @param day epoch day of the event time, UTC
 * @param channel where it happened
 * @param kind what happened
 * @param subject what it was about: a brand, product line or campaign; empty where nothing is said
 * @param inbound touches by the customer
 * @param outbound touches by the brand
 * @param valueMinor money in minor units of the reporting currency, signed
 * @param positive touches with a positive sentiment
 * @param neutral touches with a neutral sentiment
 * @param negative touches with a negative sentiment
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
     * Checks the names.
     *
     * @throws IllegalArgumentException if channel or kind is empty, or a name is not Unicode
     */
    public Cell {
        Texts.requireText("a channel", channel);
        Texts.requireText("a kind", kind);
        Texts.requireUnicode("a subject", subject);
    }

    Cell on(int otherDay) {
        return new Cell(otherDay, channel, kind, subject, inbound, outbound, valueMinor, positive, neutral, negative);
    }

    /** Compares the keys alone. */
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
     * The sum of two cells of the same key.
     *
     * @throws ArithmeticException if a sum leaves the range of a {@code long}
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
     * The cell that takes this one back.
     *
     * @throws ArithmeticException if a value has no negative
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
