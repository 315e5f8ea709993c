package io.truenorth.simulator;

import io.truenorth.relationship.ledger.Sentiment;
import java.util.Optional;
import java.util.function.Function;

/** The behaviour of advocates: recommendations, reviews and referrals. */
final class Advocates {
    private final EventLog log;
    private final Function<Customer, Optional<Customer>> strangerFor;
    private final Acquaintance acquaintance;

    /** Turns a stranger into a customer, on a referral. */
    interface Acquaintance {
        void make(Customer stranger, Customer friend);
    }

    /** @param strangerFor a friend of a customer who is not a customer yet, if any */
    Advocates(EventLog log, Function<Customer, Optional<Customer>> strangerFor, Acquaintance acquaintance) {
        this.log = log;
        this.strangerFor = strangerFor;
        this.acquaintance = acquaintance;
    }

    /** A day of a delighted customer. */
    void mention(Customer customer) {
        if (customer.random.chance(0.004)) {
            log.statement(
                    customer,
                    Vocabulary.WEB,
                    Vocabulary.REVIEW_POSTED,
                    customer.persona.favourite(),
                    Sentiment.POSITIVE);
        }
        if (customer.random.chance(0.002)) {
            refer(customer);
        }
    }

    /** A day of an advocate. */
    void advocate(Customer customer) {
        String product = customer.persona.favourite();
        if (customer.random.chance(0.012)) {
            refer(customer);
        }
        if (customer.random.chance(0.006)) {
            log.statement(customer, Vocabulary.WEB, Vocabulary.REVIEW_POSTED, product, Sentiment.POSITIVE);
        }
        if (customer.persona.visits(Vocabulary.SOCIAL) && customer.random.chance(0.02)) {
            log.statement(customer, Vocabulary.SOCIAL, Vocabulary.CONTENT_SHARED, product, Sentiment.POSITIVE);
        }
        if (customer.persona.visits(Vocabulary.COMMUNITY) && customer.random.chance(0.03)) {
            log.inbound(customer, Vocabulary.COMMUNITY, Vocabulary.COMMUNITY_ANSWER, product);
        }
        if (customer.random.chance(0.002)) {
            log.statement(customer, Vocabulary.EVENT, Vocabulary.TESTIMONIAL_GIVEN, product, Sentiment.POSITIVE);
        }
    }

    private void refer(Customer customer) {
        log.inbound(customer, Vocabulary.REFERRAL, Vocabulary.REFERRAL_MADE, customer.persona.favourite());
        if (customer.random.chance(0.5)) {
            strangerFor
                    .apply(customer)
                    .ifPresent(stranger -> stranger.plan(
                            log.day() + customer.random.between(1, 10), met -> acquaintance.make(met, customer)));
        }
    }
}
