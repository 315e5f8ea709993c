package io.truenorth.streams.customer;

import io.truenorth.identity.IdentityHash;
import io.truenorth.identity.joining.Suppression;
import io.truenorth.streams.identity.ErasedNames;
import io.truenorth.streams.identity.SuppressionFormat;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The erased identities that a partition knows of, by the hash of their names. While there are none, a look-up neither reads
 * the store nor computes a hash. Confined to the partition's stream thread.
 */
final class StoredSuppressions implements ErasedNames {
    private static final int MOST_CACHED = 10_000;

    private final KeyValueStore<Bytes, byte[]> entries;
    private final Map<String, Known> cache = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            boolean isFull = size() > MOST_CACHED;
            if (isFull) {
                cachedNames.remove(eldest.getValue().hash());
            }
            return isFull;
        }
    };
    /** The names in the cache, by their hashes. */
    private final Map<String, String> cachedNames = new HashMap<>();

    private boolean isRead;
    private boolean hasAny;

    /** What is known of a name. */
    private record Known(String hash, Optional<Suppression> suppression) {}

    StoredSuppressions(KeyValueStore<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    /** Returns the suppression of an identity; null if it was never erased. */
    @Nullable
    Suppression of(String identity) {
        if (!hasAny()) {
            return null;
        }
        Known known = cache.get(identity);
        return (known == null ? read(identity) : known).suppression().orElse(null);
    }

    private Known read(String identity) {
        String hash = IdentityHash.of(identity);
        Known read = new Known(hash, find(hash));
        cachedNames.put(hash, identity);
        cache.put(identity, read);
        return read;
    }

    @Override
    public boolean has(String identity) {
        return of(identity) != null;
    }

    @Override
    public boolean covers(String identity, long at) {
        Suppression suppression = of(identity);
        return suppression != null && suppression.covers(at);
    }

    private boolean hasAny() {
        if (!isRead) {
            try (KeyValueIterator<Bytes, byte[]> range = all(entries)) {
                hasAny = range.hasNext();
            }
            isRead = true;
        }
        return hasAny;
    }

    private Optional<Suppression> find(String hash) {
        return Optional.ofNullable(entries.get(CustomerKeys.suppression(hash))).map(SuppressionFormat::fromBytes);
    }

    /** Takes the suppression of an identity, by its hash; returns it together with what was known before. */
    Suppression add(String hash, Suppression suppression) {
        Optional<Suppression> before = find(hash);
        Suppression all = before.map(known -> known.and(suppression)).orElse(suppression);
        if (before.filter(all::equals).isPresent()) {
            return all;
        }
        entries.put(CustomerKeys.suppression(hash), SuppressionFormat.toBytes(all));
        String cached = cachedNames.remove(hash);
        if (cached != null) {
            cache.remove(cached);
        }
        isRead = true;
        hasAny = true;
        return all;
    }

    /** Returns the suppressions of all identities that were erased as one customer, by their hashes. */
    Map<String, Suppression> ofSameErasure(Suppression one) {
        Map<String, Suppression> all = read(entries);
        all.values().removeIf(other -> !other.isOfSameErasure(one));
        return all;
    }

    /** Discards what was read, since the store is about to change. */
    void discard() {
        cache.clear();
        cachedNames.clear();
        isRead = false;
    }

    /** Reads the suppressions of a partition, by the hashes of the identities. */
    static Map<String, Suppression> read(ReadOnlyKeyValueStore<Bytes, byte[]> entries) {
        Map<String, Suppression> all = new TreeMap<>();
        try (KeyValueIterator<Bytes, byte[]> range = all(entries)) {
            range.forEachRemaining(
                    entry -> all.put(CustomerKeys.suppressedBy(entry.key), SuppressionFormat.fromBytes(entry.value)));
        }
        return all;
    }

    private static KeyValueIterator<Bytes, byte[]> all(ReadOnlyKeyValueStore<Bytes, byte[]> entries) {
        return entries.range(CustomerKeys.firstSuppression(), CustomerKeys.behindSuppressions());
    }
}
