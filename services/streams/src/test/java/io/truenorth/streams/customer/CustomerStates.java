package io.truenorth.streams.customer;

import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.streams.consent.SetConsent;
import io.truenorth.streams.identity.IdentityState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the store of customers for tests. */
public final class CustomerStates {
    private CustomerStates() {}

    /** Returns places with the settings that topics are created with. */
    public static ErasurePlaces places() {
        return ErasurePlaces.of(
                TopicCatalogue.standard(), "app", "customers", "misplaced", Duration.ofDays(1), topic -> Map.of());
    }

    public static TouchpointCounters counters(ReadOnlyKeyValueStore<Bytes, byte[]> entries) {
        return new CustomerReader(entries, 30_000).counters();
    }

    /**
     * A key of the store, as an identity and as a customer.
     *
     * @param id the key
     * @param identities what is known of it
     * @param ledgers what came under each identity of the customer
     * @param consents what was said of the consent of each
     */
    public record StoredKey(
            String id,
            IdentityState identities,
            SortedMap<String, RelationshipLedger> ledgers,
            SortedMap<String, List<SetConsent>> consents) {}

    /** Returns all keys. */
    public static List<StoredKey> keys(ReadOnlyKeyValueStore<Bytes, byte[]> entries) {
        return new CustomerReader(entries, 30_000)
                .pageAfter("", Integer.MAX_VALUE, Long.MAX_VALUE).stream()
                        .map(CustomerStates::key)
                        .toList();
    }

    private static StoredKey key(StoredCustomer stored) {
        SortedMap<String, RelationshipLedger> ledgers = new TreeMap<>();
        stored.blocks()
                .forEach((identity, blocks) -> blocks.forEach(
                        ledgers.computeIfAbsent(identity, first -> new RelationshipLedger(30_000))::addBlock));
        stored.header()
                .tails()
                .forEach((identity, tail) -> ledgers.computeIfAbsent(
                                stored.named(identity), first -> new RelationshipLedger(30_000))
                        .addAll(tail));
        SortedMap<String, List<SetConsent>> consents = new TreeMap<>();
        stored.header()
                .consents()
                .byIdentity()
                .forEach((identity, known) -> consents.put(stored.named(identity), List.copyOf(known.values())));
        byte[] identities = stored.header().identities();
        return new StoredKey(
                stored.id(),
                identities == null
                        ? IdentityState.unknown(stored.id())
                        : IdentityState.fromBytes(stored.id(), identities),
                ledgers,
                consents);
    }

    /** Returns the number of customers due until a time. */
    public static long dueUntil(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Instant moment) {
        return new CustomerReader(entries, 30_000)
                .due(Long.MIN_VALUE, moment.toEpochMilli(), Integer.MAX_VALUE)
                .size();
    }
}
