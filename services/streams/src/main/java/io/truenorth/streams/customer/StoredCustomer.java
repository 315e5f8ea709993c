package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.RelationshipLedger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A customer as stored.
 *
 * @param id the customer
 * @param header attributes and the score last published
 * @param months the months of the ledger in binary form, by identity
 * @param reactionWindow of the ledgers, ms; see {@link RelationshipLimits}
 */
record StoredCustomer(
        String id, CustomerHeader header, SortedMap<String, List<byte[]>> months, long reactionWindow) {

    /** Returns the union of the ledgers of all identities. */
    RelationshipLedger ledger() {
        RelationshipLedger all = new RelationshipLedger(reactionWindow);
        months.values().forEach(stored -> stored.forEach(all::addMonth));
        return all;
    }

    LiveCustomer live() {
        SortedMap<String, RelationshipLedger> ledgers = new TreeMap<>();
        months.forEach((identity, stored) -> {
            RelationshipLedger ledger = new RelationshipLedger(reactionWindow);
            stored.forEach(ledger::addMonth);
            ledgers.put(identity, ledger);
        });
        return new LiveCustomer(id, ledgers, header);
    }
}
