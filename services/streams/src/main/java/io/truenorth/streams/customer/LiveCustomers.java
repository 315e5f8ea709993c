package io.truenorth.streams.customer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The customers that are decoded on the heap: those used last, as many as a bound on their weight allows. */
final class LiveCustomers {
    private final long heaviest;
    private final Map<String, LiveCustomer> byId = new LinkedHashMap<>(1024, 0.75f, true);
    private long weight;

    /** Customers of at most that weight together; one customer alone may weigh more. */
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

    /** A customer on the heap became heavier. */
    void grew(long by) {
        weight += by;
    }

    /**
     * Lets go of those who were not used for longest until the rest is light enough.
     *
     * @param farewell what to do with one before it goes
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
