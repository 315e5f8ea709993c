package io.truenorth.simulator;

import io.truenorth.identity.joining.IdentityRanking;
import io.truenorth.identity.joining.JoinRules;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The customers and scores that a correct system computes from the given touches, once all joins are done: a test oracle.
 * Identities are one customer if events of one person link them; a device that several persons share links no two of them.
 */
public final class ExpectedScores implements Consumer<SimulatedTouch> {
    private static final IdentityRanking RANKING = JoinRules.standard().ranking();

    private final Map<PersonIdentity, ExpectedCustomer> byIdentity = new HashMap<>();

    private record PersonIdentity(String person, String identity) {}

    /** Adds a touch; a duplicate changes nothing. */
    @Override
    public void accept(SimulatedTouch touch) {
        ExpectedCustomer customer = customer(touch);
        for (SimulatedIdentity identity : touch.identities()) {
            ExpectedCustomer other = customer(touch.person(), identity.key());
            if (other != customer) {
                customer.takeIn(other);
                other.identities()
                        .forEach(joined -> byIdentity.put(new PersonIdentity(touch.person(), joined), customer));
            }
        }
        customer.ledger().add(touch.toTouch());
    }

    /** The customer whose touch this is, as far as is known by now. */
    public ExpectedCustomer customer(SimulatedTouch touch) {
        return customer(touch.person(), touch.key());
    }

    private ExpectedCustomer customer(String person, String identity) {
        return byIdentity.computeIfAbsent(
                new PersonIdentity(person, identity), alone -> ExpectedCustomer.of(person, identity, RANKING));
    }

    /** The customers by id, in order. */
    public SortedMap<String, ExpectedCustomer> customers() {
        SortedMap<String, ExpectedCustomer> customers = new TreeMap<>();
        byIdentity.values().forEach(customer -> customers.put(customer.id(), customer));
        return customers;
    }

    /** The ledgers by customer id, in order. */
    public SortedMap<String, RelationshipLedger> ledgers() {
        SortedMap<String, RelationshipLedger> ledgers = new TreeMap<>();
        customers().forEach((id, customer) -> ledgers.put(id, customer.ledger()));
        return ledgers;
    }

    /**
     * The scores by customer id, in order.
     *
     * @param asOf epoch ms
     */
    public SortedMap<String, ScoreSnapshot> snapshots(ScoringModel model, long asOf) {
        RelationshipScoring scoring = new RelationshipScoring(model);
        SortedMap<String, ScoreSnapshot> snapshots = new TreeMap<>();
        customers().forEach((id, customer) -> snapshots.put(id, scoring.snapshot(customer.ledger(), asOf)));
        return snapshots;
    }
}
