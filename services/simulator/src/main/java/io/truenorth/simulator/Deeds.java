package io.truenorth.simulator;

import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.simulator.Persona.Habit;

/** What customers and the brand do on an ordinary day: visits, purchases, mails, invitations, surveys. */
final class Deeds {
    private static final double MAILS_A_DAY = 1.0 / 16;
    private static final double MAILS_TO_STRANGERS_A_DAY = 1.0 / 200;
    private static final double MAILS_TO_THE_LOST_A_DAY = 1.0 / 60;
    private static final double INVITATIONS_A_DAY = 1.0 / 110;

    private final Diary diary;
    private final Scenario scenario;
    private final Troubles troubles;

    Deeds(Diary diary, Scenario scenario, Troubles troubles) {
        this.diary = diary;
        this.scenario = scenario;
        this.troubles = troubles;
    }

    void signUp(Customer customer) {
        diary.introduces(customer, customer.persona.habits().get(0).channel(), Words.SIGNED_UP, "", 0);
    }

    /** The brand's part of the day, and what it leads to. */
    void receive(Customer customer) {
        if (!customer.persona.isWrittenTo()) {
            return;
        }
        switch (customer.phase) {
            case STRANGER -> mail(customer, MAILS_TO_STRANGERS_A_DAY, 0.05, 0);
            case LOSS -> mail(customer, MAILS_TO_THE_LOST_A_DAY, 0.1, 0.01);
            case ACQUAINTANCE, TROUBLE, RECOVERY -> mail(customer, MAILS_A_DAY, 0.3, 0.04);
            case HABIT, DELIGHT, ADVOCACY -> {
                mail(customer, MAILS_A_DAY, 0.45, 0.08);
                invite(customer);
            }
        }
    }

    private void mail(Customer customer, double aDay, double opened, double clicked) {
        if (customer.chance.of(aDay)) {
            diary.hears(customer, Words.EMAIL, Words.MAIL_SENT, "");
            if (customer.chance.of(opened)) {
                diary.does(customer, Words.EMAIL, Words.MAIL_OPENED, "");
                if (customer.chance.of(clicked / opened)) {
                    diary.does(customer, Words.EMAIL, Words.MAIL_CLICKED, "");
                }
            }
        }
    }

    private void invite(Customer customer) {
        if (customer.chance.of(INVITATIONS_A_DAY)) {
            diary.hears(customer, Words.EVENT, Words.EVENT_INVITED, "");
            if (customer.chance.of(customer.phase == LifePhase.HABIT ? 0.08 : 0.3)) {
                customer.plan(
                        diary.day() + customer.chance.between(7, 21),
                        guest -> diary.does(guest, Words.EVENT, Words.EVENT_ATTENDED, ""));
            }
        }
    }

    /** The customer's part of the day. */
    void visit(Customer customer) {
        double activity = customer.phase.activity();
        for (Habit habit : customer.persona.habits()) {
            if (customer.chance.of(habit.perDay() * activity)) {
                visit(customer, habit.channel());
                if (customer.chance.of(scenario.troubleOnVisit(habit.channel(), diary.now()))) {
                    troubles.begin(customer, "");
                }
            }
        }
    }

    private void visit(Customer customer, String channel) {
        switch (channel) {
            case Words.WEB -> browse(customer, channel, Words.PAGE_VIEWED, 4, 0.14);
            case Words.APP -> browse(customer, channel, Words.APP_OPENED, 3, 0.12);
            case Words.STORE -> browse(customer, channel, Words.STORE_VISITED, 1, 0.45);
            case Words.SOCIAL ->
                diary.says(customer, channel, Words.POST_WRITTEN, product(customer), Mood.of(customer));
            case Words.COMMUNITY -> diary.does(customer, channel, Words.QUESTION_ASKED, product(customer));
            default -> throw new IllegalArgumentException("expected a channel that people visit, was " + channel);
        }
    }

    private void browse(Customer customer, String channel, String kind, int most, double buys) {
        int count = customer.chance.between(1, most);
        for (int i = 0; i < count; i++) {
            diary.does(customer, channel, kind, "");
        }
        if (customer.chance.of(buys)) {
            buy(customer, channel);
        }
    }

    private void buy(Customer customer, String channel) {
        String product = product(customer);
        double share = customer.chance.share();
        customer.purchases++;
        SimulatedTouch purchase =
                diary.introduces(customer, channel, Words.PURCHASE, product, 900 + (long) (share * share * 19_000));
        if (customer.chance.of(0.03)) {
            customer.plan(diary.day() + customer.chance.between(2, 14), buyer -> diary.takesBack(buyer, purchase));
        }
        if (customer.persona.isWrittenTo() && customer.chance.of(0.12)) {
            customer.plan(diary.day() + 3, this::ask);
        }
        if (customer.chance.of(0.05)) {
            customer.plan(diary.day() + 5, buyer -> review(buyer, product));
        }
        if (customer.chance.of(scenario.troubleWith(product))) {
            troubles.begin(customer, product);
        }
        Customer referrer = customer.takeReferrer();
        if (referrer != null) {
            referrer.plan(
                    diary.day() + 1, friend -> diary.does(friend, Words.REFERRAL, Words.REFERRAL_CONVERTED, product));
        }
    }

    /** People who are neither for nor against rarely write. */
    private void review(Customer customer, String product) {
        Sentiment sentiment = Mood.of(customer);
        if (sentiment != Sentiment.NEUTRAL) {
            diary.says(customer, Words.WEB, Words.REVIEW_POSTED, product, sentiment);
        }
    }

    /** Sends a survey; a third of the people answer. */
    void ask(Customer customer) {
        diary.hears(customer, Words.SURVEY, Words.SURVEY_SENT, "");
        if (customer.chance.of(0.33)) {
            customer.plan(
                    diary.day() + 1,
                    asked -> diary.says(asked, Words.SURVEY, Words.SURVEY_ANSWERED, "", Mood.of(asked)));
        }
    }

    private static String product(Customer customer) {
        return customer.chance.of(0.7) ? customer.persona.favourite() : customer.chance.oneOf(Words.PRODUCTS);
    }
}
