package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.LedgerMonth;
import io.truenorth.relationship.ledger.RelationshipLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A customer as written to the store, decoded.
 *
 * @param id the customer
 * @param header attributes and what was last published
 * @param months the months of the ledger, by the identity under which they came
 */
record StoredCustomer(String id, CustomerHeader header, SortedMap<String, List<LedgerMonth>> months) {

    /** All that is known under all identities. */
    RelationshipLedger ledger() {
        List<LedgerMonth> all = new ArrayList<>();
        months.values().forEach(all::addAll);
        return RelationshipLedger.of(all);
    }

    LiveCustomer live() {
        SortedMap<String, RelationshipLedger> ledgers = new TreeMap<>();
        for (Map.Entry<String, List<LedgerMonth>> identity : months.entrySet()) {
            ledgers.put(identity.getKey(), RelationshipLedger.of(identity.getValue()));
        }
        return new LiveCustomer(id, ledgers, header);
    }
}
