package io.truenorth.simulator;

import io.truenorth.relationship.ledger.Sentiment;

/** What goes wrong between a customer and the brand, and how it is put right, or not. */
final class Troubles {
    private static final int DAYS_OF_ANGER = 60;

    private final Diary diary;

    Troubles(Diary diary) {
        this.diary = diary;
    }

    /** Trouble begins, today or, in the middle of a day, with what is about to be written down. */
    void begin(Customer customer, String product) {
        customer.enter(LifePhase.TROUBLE, diary.day(), diary.now());
        customer.plan(diary.day() + 1, upset -> openTicket(upset, product));
    }

    /** A day of trouble. */
    void suffer(Customer customer) {
        if (customer.chance.of(0.02)) {
            openTicket(customer, "");
        }
        if (customer.chance.of(0.02)) {
            complain(customer);
        }
    }

    private void openTicket(Customer customer, String product) {
        Sentiment tone = customer.chance.of(0.45) ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
        diary.says(customer, Words.SUPPORT, Words.TICKET_OPENED, product, tone);
        customer.plan(
                diary.day() + customer.chance.between(1, 3),
                waiting -> diary.hears(waiting, Words.SUPPORT, Words.TICKET_ANSWERED, product));
    }

    /** It was put right, and the customer is asked whether it was. */
    void solve(Customer customer) {
        diary.hears(customer, Words.SUPPORT, Words.TICKET_ANSWERED, "");
        diary.hears(customer, Words.SURVEY, Words.SURVEY_SENT, "");
        if (customer.chance.of(0.4)) {
            Sentiment verdict = customer.chance.of(0.75) ? Sentiment.POSITIVE : Sentiment.NEUTRAL;
            diary.says(customer, Words.SURVEY, Words.SURVEY_ANSWERED, "", verdict);
        }
    }

    /** A day of somebody who left: for a while those who left in anger still say why. */
    void resent(Customer customer) {
        if (diary.day() - customer.phaseBegan < DAYS_OF_ANGER && customer.chance.of(0.004)) {
            complain(customer);
        }
    }

    private void complain(Customer customer) {
        String product = customer.persona.favourite();
        if (customer.persona.visits(Words.SOCIAL)) {
            diary.says(customer, Words.SOCIAL, Words.POST_WRITTEN, product, Sentiment.NEGATIVE);
        } else {
            diary.says(customer, Words.WEB, Words.REVIEW_POSTED, product, Sentiment.NEGATIVE);
        }
    }
}
