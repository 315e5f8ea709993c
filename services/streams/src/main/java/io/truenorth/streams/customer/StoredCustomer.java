package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.RelationshipLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A customer as stored, decoded.
 *
 * @param id the customer
 * @param header attributes and the score last published
 * @param months the months of the ledger in binary form, by identity
 */
record StoredCustomer(String id, CustomerHeader header, SortedMap<String, List<byte[]>> months) {

    /** Returns the union of the ledgers of all identities. */
    RelationshipLedger ledger() {
        List<byte[]> all = new ArrayList<>();
        months.values().forEach(all::addAll);
        return RelationshipLedger.ofMonths(all);
    }

    LiveCustomer live() {
        SortedMap<String, RelationshipLedger> ledgers = new TreeMap<>();
        for (Map.Entry<String, List<byte[]>> identity : months.entrySet()) {
            ledgers.put(identity.getKey(), RelationshipLedger.ofMonths(identity.getValue()));
        }
        return new LiveCustomer(id, ledgers, header);
    }
}
