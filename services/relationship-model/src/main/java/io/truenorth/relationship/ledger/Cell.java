package io.truenorth.relationship.ledger;

/**
 * One cell of a ledger: a key (day, channel, kind, subject) and the sums of the entries that count. Cells are ordered by
 * day, then by channel, kind and subject in the order of {@link String#compareTo}.
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

    Category category() {
        return Category.of(channel, kind, subject);
    }

    /** Compares the keys only. */
    int compareKey(Cell other) {
        int byDay = Integer.compare(day, other.day);
        return byDay != 0 ? byDay : category().compareTo(other.category());
    }
}
