package io.truenorth.simulator;

import io.truenorth.relationship.ledger.Sentiment;

/** The sentiment of a customer's statements, by lifecycle phase. */
final class Mood {
    private Mood() {}

    static Sentiment of(Customer customer) {
        return switch (customer.phase) {
            case DELIGHT, ADVOCACY -> drawn(customer, 0.88, 0.115);
            case TROUBLE -> drawn(customer, 0.04, 0.20);
            case LOSS -> drawn(customer, 0.05, 0.35);
            case STRANGER, ACQUAINTANCE, HABIT, RECOVERY -> drawn(customer, 0.60, 0.385);
        };
    }

    private static Sentiment drawn(Customer customer, double positive, double neutral) {
        double draw = customer.random.share();
        if (draw < positive) {
            return Sentiment.POSITIVE;
        }
        return draw < positive + neutral ? Sentiment.NEUTRAL : Sentiment.NEGATIVE;
    }
}
