package io.truenorth.dashboard.customers;

import io.truenorth.contract.RelationshipScore;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All customers as last published. Thread-safe; iterations are weakly consistent. */
public final class Customers {
    private final Map<String, CustomerRow> rows = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<CustomerRow>> listeners = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Consumer<String>> forgotten = new CopyOnWriteArrayList<>();
    private final RowMapping mapping = new RowMapping();

    /** Stores the score of a customer, or removes the customer if the score is null. */
    public void accept(String customer, @Nullable RelationshipScore score) {
        if (score == null) {
            rows.remove(customer);
            forgotten.forEach(listener -> listener.accept(customer));
            return;
        }
        CustomerRow row = mapping.map(score);
        rows.put(customer, row);
        listeners.forEach(listener -> listener.accept(row));
    }

    /** Adds a listener for changed rows, which is called on the reading thread. */
    public void onChange(Consumer<CustomerRow> listener) {
        listeners.add(listener);
    }

    /** Adds a listener for deleted customers, which is called on the reading thread. */
    public void onForgotten(Consumer<String> listener) {
        forgotten.add(listener);
    }

    /** One customer. */
    public Optional<CustomerRow> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** All customers, in no particular order. */
    public Collection<CustomerRow> all() {
        return rows.values();
    }

    /** The latest touch of all customers, epoch ms; 0 without customers. */
    public long newestTouch() {
        return rows.values().stream().mapToLong(CustomerRow::lastTouchAt).max().orElse(0);
    }

    /** The customers that match a filter, in no particular order. */
    public Stream<CustomerRow> matching(CustomerFilter filter) {
        return rows.values().stream().filter(filter::matches);
    }
}
