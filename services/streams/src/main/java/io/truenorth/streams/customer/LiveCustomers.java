package io.truenorth.streams.customer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The cache of decoded customers: the most recently used ones, up to a maximum weight. */
final class LiveCustomers {
    private final long heaviest;
    private final Map<String, LiveCustomer> byId = new LinkedHashMap<>(1024, 0.75f, true);
    private long weight;

    /** Creates a cache of a maximum total weight; a single customer may exceed it. */
    LiveCustomers(long heaviest) {
        this.heaviest = heaviest;
    }

    LiveCustomer get(String id, Function<String, LiveCustomer> load) {
        LiveCustomer customer = byId.get(id);
        if (customer == null) {
            customer = load.apply(id);
            byId.put(id, customer);
            weight += customer.weight();
        }
        return customer;
    }

    /** Records an increase of a cached customer's weight. */
    void grew(long by) {
        weight += by;
    }

    /**
     * Evicts the least recently used customers until the weight is within the limit.
     *
     * @param farewell called with each customer before its eviction
     */
    void shrink(Consumer<LiveCustomer> farewell) {
        while (weight > heaviest && byId.size() > 1) {
            LiveCustomer eldest = byId.values().iterator().next();
            farewell.accept(eldest);
            byId.remove(eldest.id());
            weight -= eldest.weight();
        }
    }

    int size() {
        return byId.size();
    }

    void clear() {
        byId.clear();
        weight = 0;
    }
}
