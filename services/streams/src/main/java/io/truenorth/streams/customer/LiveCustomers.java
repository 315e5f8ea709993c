package io.truenorth.streams.customer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The cache of decoded customers: the most recently used ones, up to a share of the process' budget. */
final class LiveCustomers {
    private final CacheBudget budget;
    private final Map<String, LiveCustomer> byId = new LinkedHashMap<>(1024, 0.75f, true);
    private long heapBytes;

    /** Creates a cache; a single customer may exceed the budget. */
    LiveCustomers(CacheBudget budget) {
        this.budget = budget;
    }

    LiveCustomer get(String id, Function<String, LiveCustomer> load) {
        LiveCustomer customer = byId.get(id);
        if (customer == null) {
            customer = load.apply(id);
            byId.put(id, customer);
            heapBytes += customer.measure();
        }
        return customer;
    }

    /** Measures a cached customer anew. */
    void measure(LiveCustomer customer) {
        long before = customer.measured();
        heapBytes += customer.measure() - before;
    }

    /**
     * Evicts the least recently used customers until the rest is within the budget.
     *
     * @param farewell called with each customer before its eviction
     */
    void shrink(Consumer<LiveCustomer> farewell) {
        while (heapBytes > budget.share() && byId.size() > 1) {
            LiveCustomer eldest = byId.values().iterator().next();
            farewell.accept(eldest);
            byId.remove(eldest.id());
            heapBytes -= eldest.measured();
        }
    }

    int size() {
        return byId.size();
    }

    void clear() {
        byId.clear();
        heapBytes = 0;
    }
}
