package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.streams.customer.CustomerStates.StoredKey;
import io.truenorth.streams.store.CountingEntries;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/** The latest value of each key in a changelog, for the customers of one partition. */
public final class StoredState {
    private final Map<Bytes, byte[]> entries = new TreeMap<>();

    public void put(byte[] key, byte[] value) {
        if (value == null) {
            entries.remove(Bytes.wrap(key));
        } else {
            entries.put(Bytes.wrap(key), value);
        }
    }

    public TouchpointCounters counters() {
        byte[] stored = entries.get(CustomerKeys.counters());
        return stored == null ? TouchpointCounters.ZERO : TouchpointCounters.fromBytes(stored);
    }

    /** Returns whether a text of ASCII characters is in any key or value. */
    public boolean contains(String text) {
        return entries.entrySet().stream()
                .anyMatch(entry -> text(entry.getKey().get()).contains(text)
                        || text(entry.getValue()).contains(text));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Returns all identities and customers. */
    public List<StoredKey> keys() {
        CountingEntries store = new CountingEntries();
        store.restore(entries);
        return CustomerStates.keys(store);
    }

    public Map<String, RelationshipLedger> ledgers() {
        Map<String, RelationshipLedger> ledgers = new HashMap<>();
        entries.forEach((key, value) -> {
            if (key.get()[0] == 'c') {
                RelationshipLedger ledger =
                        ledgers.computeIfAbsent(CustomerKeys.customerOf(key), customer -> new RelationshipLedger());
                if (CustomerKeys.isHeader(key)) {
                    CustomerHeaderFormat.read(value).tails().values().forEach(ledger::addAll);
                } else {
                    ledger.addBlock(value);
                }
            }
        });
        return ledgers;
    }
}
