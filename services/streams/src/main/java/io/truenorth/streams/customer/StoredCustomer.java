package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.RelationshipLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A customer as stored. The ledger of an identity is the union of its blocks and its tail.
 *
 * @param id the customer
 * @param header everything but the blocks
 * @param blocks the blocks of the ledgers in binary form, by identity
 * @param reactionWindow of the ledgers, ms; see {@link RelationshipLimits}
 */
record StoredCustomer(String id, CustomerHeader header, SortedMap<String, List<byte[]>> blocks, long reactionWindow) {

    void addBlock(String identity, byte[] block) {
        blocks.computeIfAbsent(identity, name -> new ArrayList<>()).add(block);
    }

    /** Returns the union of the ledgers of all identities. */
    RelationshipLedger ledger() {
        return ledgerOf(identity -> true);
    }

    /** Returns the union of the ledgers of some identities. */
    RelationshipLedger ledgerOf(Predicate<String> identities) {
        RelationshipLedger all = new RelationshipLedger(reactionWindow);
        blocks.forEach((identity, ofIdentity) -> {
            if (identities.test(identity)) {
                ofIdentity.forEach(all::addBlock);
            }
        });
        header.tails().forEach((identity, tail) -> {
            if (identities.test(named(identity))) {
                all.addAll(tail);
            }
        });
        return all;
    }

    LiveCustomer live() {
        SortedMap<String, RelationshipLedger> ledgers = new TreeMap<>();
        blocks.forEach((identity, ofIdentity) -> ofIdentity.forEach(ledger(ledgers, identity)::addBlock));
        header.tails()
                .forEach((identity, tail) -> ledger(ledgers, named(identity)).addAll(tail));
        return new LiveCustomer(id, ledgers, header);
    }

    /** Returns an identity as the header has it: an empty text is the customer's id. */
    String named(String identity) {
        return identity.isEmpty() ? id : identity;
    }

    private RelationshipLedger ledger(SortedMap<String, RelationshipLedger> ledgers, String identity) {
        return ledgers.computeIfAbsent(identity, name -> new RelationshipLedger(reactionWindow));
    }
}
