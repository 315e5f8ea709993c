package io.truenorth.dashboard.customers;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.dashboard.privacy.ErasedIdentities;
import io.truenorth.dashboard.privacy.HashedIdentity;
import io.truenorth.dashboard.privacy.PublishedErasures;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All customers as last published, by the hashes of their ids: an erasure names no others. Thread-safe; iterations are weakly
 * consistent.
 */
public final class Customers {
    private final Map<HashedIdentity, CustomerRow> rows = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<CustomerRow>> listeners = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Consumer<String>> forgotten = new CopyOnWriteArrayList<>();
    private final RowMapping mapping = new RowMapping();
    private final PublishedErasures erasures;

    /** No customers yet. Those that are erased are deleted, whenever their scores are read. */
    public Customers(PublishedErasures erasures) {
        this.erasures = erasures;
        erasures.onErasure(this::erase);
    }

    /** Stores the score of a customer, or removes the customer if the score is null or of a time before the customer's erasure. */
    public synchronized void accept(String customer, @Nullable RelationshipScore score) {
        HashedIdentity key = HashedIdentity.of(customer);
        if (score == null || erasures.covers(key, score.getScoredAt())) {
            rows.remove(key);
            forgotten.forEach(listener -> listener.accept(customer));
            return;
        }
        CustomerRow row = mapping.map(score);
        rows.put(key, row);
        listeners.forEach(listener -> listener.accept(row));
    }

    /** Not while a score is stored, of which it was not known that it is erased. */
    private synchronized void erase(ErasedIdentities erasure) {
        for (HashedIdentity key : erasure.identities()) {
            CustomerRow row = rows.get(key);
            if (row != null && row.scoredAt() <= erasure.at()) {
                rows.remove(key);
                mapping.forget(row);
                forgotten.forEach(listener -> listener.accept(row.id()));
            }
        }
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
        return Optional.ofNullable(rows.get(HashedIdentity.of(id)));
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
