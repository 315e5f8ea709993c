package io.truenorth.simulator;

import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.simulator.Persona.Habit;

/** The ordinary behaviour of customers and the brand: visits, purchases, e-mails, invitations, surveys. */
final class Behaviour {
    private static final double MAILS_A_DAY = 1.0 / 16;
    private static final double MAILS_TO_STRANGERS_A_DAY = 1.0 / 200;
    private static final double MAILS_TO_THE_LOST_A_DAY = 1.0 / 60;
    private static final double INVITATIONS_A_DAY = 1.0 / 110;
    private static final double SIGNS_UP_LATER = 0.5;

    private final EventLog log;
    private final Scenario scenario;
    private final Incidents incidents;

    Behaviour(EventLog log, Scenario scenario, Incidents incidents) {
        this.log = log;
        this.scenario = scenario;
        this.incidents = incidents;
    }

    /** A new customer signs up, many after some visits. */
    void introduce(Customer customer) {
        String channel = customer.persona.habits().get(0).channel();
        if (customer.identities.visitsBeforeSigningUp(channel)) {
            view(customer, channel, channel.equals(Vocabulary.WEB) ? Vocabulary.PAGE_VIEWED : Vocabulary.APP_OPENED, 3);
            if (customer.random.chance(SIGNS_UP_LATER)) {
                customer.plan(log.day() + customer.random.between(1, 14), visitor -> signUp(visitor, channel));
                return;
            }
        }
        signUp(customer, channel);
    }

    private void signUp(Customer customer, String channel) {
        customer.identities.signUp(channel);
        log.identified(customer, channel, Vocabulary.SIGNED_UP, "", 0);
    }

    /** Outbound touches of the day and the reactions to them. */
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
        if (customer.random.chance(aDay)) {
            log.outbound(customer, Vocabulary.EMAIL, Vocabulary.MAIL_SENT, "");
            if (customer.random.chance(opened)) {
                log.inbound(customer, Vocabulary.EMAIL, Vocabulary.MAIL_OPENED, "");
                if (customer.random.chance(clicked / opened)) {
                    log.inbound(customer, Vocabulary.EMAIL, Vocabulary.MAIL_CLICKED, "");
                }
            }
        }
    }

    private void invite(Customer customer) {
        if (customer.random.chance(INVITATIONS_A_DAY)) {
            log.outbound(customer, Vocabulary.EVENT, Vocabulary.EVENT_INVITED, "");
            if (customer.random.chance(customer.phase == LifePhase.HABIT ? 0.08 : 0.3)) {
                customer.plan(
                        log.day() + customer.random.between(7, 21),
                        guest -> log.inbound(guest, Vocabulary.EVENT, Vocabulary.EVENT_ATTENDED, ""));
            }
        }
    }

    /** Inbound touches of the day. */
    void visit(Customer customer) {
        double activity = customer.phase.activity();
        for (Habit habit : customer.persona.habits()) {
            if (customer.random.chance(habit.perDay() * activity)) {
                visit(customer, habit.channel());
                if (customer.random.chance(scenario.incidentOnVisit(habit.channel(), log.now()))) {
                    incidents.begin(customer, "");
                }
            }
        }
    }

    private void visit(Customer customer, String channel) {
        switch (channel) {
            case Vocabulary.WEB -> browse(customer, channel, Vocabulary.PAGE_VIEWED, 4, 0.14);
            case Vocabulary.APP -> browse(customer, channel, Vocabulary.APP_OPENED, 3, 0.12);
            case Vocabulary.STORE -> browse(customer, channel, Vocabulary.STORE_VISITED, 1, 0.45);
            case Vocabulary.SOCIAL ->
                log.statement(customer, channel, Vocabulary.POST_WRITTEN, product(customer), Mood.of(customer));
            case Vocabulary.COMMUNITY -> log.inbound(customer, channel, Vocabulary.QUESTION_ASKED, product(customer));
            default -> throw new IllegalArgumentException("expected a channel that people visit, was " + channel);
        }
    }

    private void browse(Customer customer, String channel, String kind, int most, double buys) {
        view(customer, channel, kind, most);
        if (customer.identities.registersCard(channel)) {
            log.inbound(customer, channel, Vocabulary.CARD_REGISTERED, "");
        }
        if (customer.random.chance(buys)) {
            buy(customer, channel);
        }
    }

    private void view(Customer customer, String channel, String kind, int most) {
        customer.identities.visit(channel);
        int count = customer.random.between(1, most);
        for (int i = 0; i < count; i++) {
            log.inbound(customer, channel, kind, "");
        }
    }

    private void buy(Customer customer, String channel) {
        String product = product(customer);
        double share = customer.random.share();
        customer.purchases++;
        SimulatedTouch purchase =
                log.identified(customer, channel, Vocabulary.PURCHASE, product, 900 + (long) (share * share * 19_000));
        if (customer.random.chance(0.03)) {
            customer.plan(log.day() + customer.random.between(2, 14), buyer -> log.retract(buyer, purchase));
        }
        if (customer.persona.isWrittenTo() && customer.random.chance(0.12)) {
            customer.plan(log.day() + 3, this::survey);
        }
        if (customer.random.chance(0.05)) {
            customer.plan(log.day() + 5, buyer -> review(buyer, product));
        }
        if (customer.random.chance(scenario.incidentWith(product))) {
            incidents.begin(customer, product);
        }
        Customer referrer = customer.takeReferrer();
        if (referrer != null) {
            referrer.plan(
                    log.day() + 1,
                    friend -> log.inbound(friend, Vocabulary.REFERRAL, Vocabulary.REFERRAL_CONVERTED, product));
        }
    }

    /** Neutral customers rarely write reviews. */
    private void review(Customer customer, String product) {
        Sentiment sentiment = Mood.of(customer);
        if (sentiment != Sentiment.NEUTRAL) {
            log.statement(customer, Vocabulary.WEB, Vocabulary.REVIEW_POSTED, product, sentiment);
        }
    }

    /** Sends a survey; a third of the customers answer. */
    void survey(Customer customer) {
        log.outbound(customer, Vocabulary.SURVEY, Vocabulary.SURVEY_SENT, "");
        if (customer.random.chance(0.33)) {
            customer.plan(
                    log.day() + 1,
                    asked -> log.statement(asked, Vocabulary.SURVEY, Vocabulary.SURVEY_ANSWERED, "", Mood.of(asked)));
        }
    }

    private static String product(Customer customer) {
        return customer.random.chance(0.7) ? customer.persona.favourite() : customer.random.oneOf(Vocabulary.PRODUCTS);
    }
}
