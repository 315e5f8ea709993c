package io.truenorth.simulator;

import io.truenorth.identity.joining.IdentityRanking;
import io.truenorth.relationship.ledger.RelationshipLedger;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A customer that a correct system has: identities of a person that events have linked.
 *
 * @param person the name of the person
 * @param identities of the customer, as {@code namespace:value}, the best first
 * @param ledger of all touches under these identities
 */
public record ExpectedCustomer(String person, SortedSet<String> identities, RelationshipLedger ledger) {
    /** A person's identity by itself. */
    static ExpectedCustomer of(String person, String identity, IdentityRanking ranking) {
        SortedSet<String> identities = new TreeSet<>(ranking);
        identities.add(identity);
        return new ExpectedCustomer(person, identities, new RelationshipLedger());
    }

    /** The customer's id: the best identity. */
    public String id() {
        return identities.first();
    }

    void takeIn(ExpectedCustomer other) {
        identities.addAll(other.identities);
        ledger.addAll(other.ledger);
    }
}
