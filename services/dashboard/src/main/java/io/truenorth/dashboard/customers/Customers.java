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

/** All customers as last published. For any thread; an iteration over all of them is weakly consistent. */
public final class Customers {
    private final Map<String, CustomerRow> rows = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<CustomerRow>> listeners = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Consumer<String>> forgotten = new CopyOnWriteArrayList<>();
    private final RowMapping mapping = new RowMapping();

    /** Takes a customer's score, or forgets the customer where there is none any more. */
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

    /** Adds a listener of every new row, which is called on the thread that reads. */
    public void onChange(Consumer<CustomerRow> listener) {
        listeners.add(listener);
    }

    /** Adds a listener of every customer that is deleted, which is called on the thread that reads. */
    public void onForgotten(Consumer<String> listener) {
        forgotten.add(listener);
    }

    /** One customer. */
    public Optional<CustomerRow> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** All customers, in no order. */
    public Collection<CustomerRow> all() {
        return rows.values();
    }

    /** The latest touch of all customers, epoch ms; 0 while there are none. */
    public long newestTouch() {
        return rows.values().stream().mapToLong(CustomerRow::lastTouchAt).max().orElse(0);
    }

    /** The customers that match a filter, in no order. */
    public Stream<CustomerRow> matching(CustomerFilter filter) {
        return rows.values().stream().filter(filter::matches);
    }
}
