package io.truenorth.dashboard.customers;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keeps one copy of equal values. Bounded: beyond the bound, new values are not interned. */
final class Interner {
    private static final int MOST = 100_000;

    private final ConcurrentMap<Object, Object> values = new ConcurrentHashMap<>();

    /** The copy that is equal to a value. */
    @SuppressWarnings("unchecked") // Equal values of these types are of one type.
    <T> T copyOf(T value) {
        if (values.size() >= MOST) {
            return (T) values.getOrDefault(value, value);
        }
        Object before = values.putIfAbsent(value, value);
        return before == null ? value : (T) before;
    }
}
