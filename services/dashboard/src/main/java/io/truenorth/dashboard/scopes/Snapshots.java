package io.truenorth.dashboard.scopes;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.schemas.ScopeNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The sums of every scope as last published. Thread-safe; snapshots must not be modified. */
public final class Snapshots {
    private final Map<String, AdvocacySnapshot> byScope = new ConcurrentSkipListMap<>();
    private final CopyOnWriteArrayList<Consumer<AdvocacySnapshot>> listeners = new CopyOnWriteArrayList<>();

    /** Stores the sums of a scope, or removes the scope if they are null. */
    public void accept(String scope, @Nullable AdvocacySnapshot snapshot) {
        if (snapshot == null) {
            byScope.remove(scope);
            return;
        }
        byScope.put(scope, snapshot);
        listeners.forEach(listener -> listener.accept(snapshot));
    }

    /** Adds a listener for new snapshots, which is called on the reading thread. */
    public void onChange(Consumer<AdvocacySnapshot> listener) {
        listeners.add(listener);
    }

    /** The sums of a scope. */
    public Optional<AdvocacySnapshot> find(String scope) {
        return Optional.ofNullable(byScope.get(scope));
    }

    /** All scopes, in the order of their names. */
    public List<AdvocacySnapshot> all() {
        return List.copyOf(byScope.values());
    }

    /** The scopes of one attribute, in the order of their values. */
    public List<AdvocacySnapshot> of(String attribute) {
        return byScope.values().stream()
                .filter(snapshot -> ScopeNames.attribute(snapshot.getScope()).equals(attribute))
                .toList();
    }

    /** The attributes whose values count customers. */
    public SortedSet<String> attributes() {
        SortedSet<String> attributes = new TreeSet<>();
        byScope.keySet().stream()
                .filter(ScopeNames::countsCustomers)
                .map(ScopeNames::attribute)
                .filter(attribute -> !attribute.isEmpty())
                .forEach(attributes::add);
        return attributes;
    }
}
