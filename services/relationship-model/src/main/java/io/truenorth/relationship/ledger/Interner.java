package io.truenorth.relationship.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shares one instance among equal values, so that the many customers of a process do not each hold a copy of the same
 * names. Bounded: of more values than that, the later ones are not shared. Thread-safe.
 *
 * @param <T> immutable values
 */
public final class Interner<T> {

    private final int most;
    private final Map<T, T> shared = new ConcurrentHashMap<>();

    /**
     * Creates an interner.
     *
     * @param most the maximum number of shared values
     */
    public Interner(int most) {
        this.most = most;
    }

    /** Returns the shared instance that equals a value. */
    public T shared(T value) {
        T known = shared.get(value);
        if (known != null) {
            return known;
        }
        if (shared.size() >= most) {
            return value;
        }
        T raced = shared.putIfAbsent(value, value);
        return raced == null ? value : raced;
    }

    /** Does not share a value any longer, so that it is gone when nobody else has it. */
    public void forget(T value) {
        shared.remove(value);
    }
}
