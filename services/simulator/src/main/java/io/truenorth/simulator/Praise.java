package io.truenorth.simulator;

import io.truenorth.relationship.ledger.Sentiment;
import java.util.Optional;
import java.util.function.Function;

/** What people do who speak for the brand, and whom they bring. */
final class Praise {
    private final Diary diary;
    private final Function<Customer, Optional<Customer>> strangerFor;
    private final Acquaintance acquaintance;

    /** Makes a stranger known with the brand, on a friend's word. */
    interface Acquaintance {
        void make(Customer stranger, Customer friend);
    }

    /** @param strangerFor somebody whom a customer knows and who does not know the brand, if there is anybody */
    Praise(Diary diary, Function<Customer, Optional<Customer>> strangerFor, Acquaintance acquaintance) {
        this.diary = diary;
        this.strangerFor = strangerFor;
        this.acquaintance = acquaintance;
    }

    /** A day of delight: a word here and there. */
    void mention(Customer customer) {
        if (customer.chance.of(0.004)) {
            diary.says(customer, Words.WEB, Words.REVIEW_POSTED, customer.persona.favourite(), Sentiment.POSITIVE);
        }
        if (customer.chance.of(0.002)) {
            refer(customer);
        }
    }

    /** A day of advocacy. */
    void advocate(Customer customer) {
        String product = customer.persona.favourite();
        if (customer.chance.of(0.012)) {
            refer(customer);
        }
        if (customer.chance.of(0.006)) {
            diary.says(customer, Words.WEB, Words.REVIEW_POSTED, product, Sentiment.POSITIVE);
        }
        if (customer.persona.visits(Words.SOCIAL) && customer.chance.of(0.02)) {
            diary.says(customer, Words.SOCIAL, Words.CONTENT_SHARED, product, Sentiment.POSITIVE);
        }
        if (customer.persona.visits(Words.COMMUNITY) && customer.chance.of(0.03)) {
            diary.does(customer, Words.COMMUNITY, Words.COMMUNITY_ANSWER, product);
        }
        if (customer.chance.of(0.002)) {
            diary.says(customer, Words.EVENT, Words.TESTIMONIAL_GIVEN, product, Sentiment.POSITIVE);
        }
    }

    private void refer(Customer customer) {
        diary.does(customer, Words.REFERRAL, Words.REFERRAL_MADE, customer.persona.favourite());
        if (customer.chance.of(0.5)) {
            strangerFor
                    .apply(customer)
                    .ifPresent(stranger -> stranger.plan(
                            diary.day() + customer.chance.between(1, 10), met -> acquaintance.make(met, customer)));
        }
    }
}
