package io.truenorth.simulator;

import io.truenorth.relationship.ledger.Sentiment;

/** Incidents between a customer and the brand, and how they are resolved, or not. */
final class Incidents {
    private static final int DAYS_OF_ANGER = 60;

    private final EventLog log;

    Incidents(EventLog log) {
        this.log = log;
    }

    /** Starts an incident. */
    void begin(Customer customer, String product) {
        customer.enter(LifePhase.TROUBLE, log.day(), log.now());
        customer.plan(log.day() + 1, upset -> openTicket(upset, product));
    }

    /** A day during an incident. */
    void continueIncident(Customer customer) {
        if (customer.random.chance(0.02)) {
            openTicket(customer, "");
        }
        if (customer.random.chance(0.02)) {
            complain(customer);
        }
    }

    private void openTicket(Customer customer, String product) {
        Sentiment tone = customer.random.chance(0.45) ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
        log.statement(customer, Vocabulary.SUPPORT, Vocabulary.TICKET_OPENED, product, tone);
        customer.plan(
                log.day() + customer.random.between(1, 3),
                waiting -> log.outbound(waiting, Vocabulary.SUPPORT, Vocabulary.TICKET_ANSWERED, product));
    }

    /** Resolves the incident and surveys the customer. */
    void resolve(Customer customer) {
        log.outbound(customer, Vocabulary.SUPPORT, Vocabulary.TICKET_ANSWERED, "");
        log.outbound(customer, Vocabulary.SURVEY, Vocabulary.SURVEY_SENT, "");
        if (customer.random.chance(0.4)) {
            Sentiment verdict = customer.random.chance(0.75) ? Sentiment.POSITIVE : Sentiment.NEUTRAL;
            log.statement(customer, Vocabulary.SURVEY, Vocabulary.SURVEY_ANSWERED, "", verdict);
        }
    }

    /** A day of a lost customer, who may still complain for a while. */
    void complainAfterLoss(Customer customer) {
        if (log.day() - customer.phaseBegan < DAYS_OF_ANGER && customer.random.chance(0.004)) {
            complain(customer);
        }
    }

    private void complain(Customer customer) {
        String product = customer.persona.favourite();
        if (customer.persona.visits(Vocabulary.SOCIAL)) {
            log.statement(customer, Vocabulary.SOCIAL, Vocabulary.POST_WRITTEN, product, Sentiment.NEGATIVE);
        } else {
            log.statement(customer, Vocabulary.WEB, Vocabulary.REVIEW_POSTED, product, Sentiment.NEGATIVE);
        }
    }
}
