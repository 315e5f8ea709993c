package io.truenorth.dashboard.identity;

import io.truenorth.contract.IdentityEvent;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which identities are one customer, and the latest joins, refused joins and splits. Redirects are kept for each identity that
 * joined another customer; of changes, the latest 50 000 joins and splits and the latest 20 000 refusals. Thread-safe.
 */
public final class PublishedIdentities {
    private static final int MOST_JOINS = 50_000;
    private static final int MOST_REFUSALS = 20_000;

    private final CustomerRedirects redirects = new CustomerRedirects();
    private final RecentChanges joins = new RecentChanges(MOST_JOINS);
    private final RecentChanges refusals = new RecentChanges(MOST_REFUSALS);
    private final CopyOnWriteArrayList<Consumer<IdentityChange>> listeners = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Consumer<String>> redirected = new CopyOnWriteArrayList<>();

    /** Stores a change. Types of changes that are not known are ignored. */
    public void accept(String customer, @Nullable IdentityEvent event) {
        if (event != null) {
            IdentityChange.of(event).ifPresent(this::add);
        }
    }

    private void add(IdentityChange change) {
        (change.type() == IdentityChange.Type.REFUSED ? refusals : joins).add(change);
        listeners.forEach(listener -> listener.accept(change));
    }

    /** Stores that a customer is part of another; null if it is one by itself again. */
    public void redirect(String customer, @Nullable String into) {
        redirects.accept(customer, into);
        redirected.forEach(listener -> listener.accept(customer));
    }

    /** Adds a listener for changes, which is called on the reading thread. */
    public void onChange(Consumer<IdentityChange> listener) {
        listeners.add(listener);
    }

    /** Adds a listener for customers that join another or leave it, which is called on the reading thread. */
    public void onRedirect(Consumer<String> listener) {
        redirected.add(listener);
    }

    /** The customer that an identity is part of: itself, if it has not joined another. */
    public String customerOf(String identity) {
        return redirects.customerOf(identity);
    }

    /** The identities that are part of another customer, in no particular order. */
    public Stream<String> joined() {
        return redirects.identities();
    }

    /** The number of identities that are part of another customer. */
    public int joinedCount() {
        return redirects.size();
    }

    /** The latest changes, refusals included. */
    public List<IdentityChange> latest(int limit) {
        return latestFirst(joins.latest(limit), refusals.latest(limit))
                .limit(limit)
                .toList();
    }

    /** The latest changes that name one of some identities, the latest first. */
    public List<IdentityChange> naming(Collection<String> identities) {
        return latestFirst(joins.naming(identities), refusals.naming(identities))
                .toList();
    }

    private static Stream<IdentityChange> latestFirst(List<IdentityChange> some, List<IdentityChange> others) {
        return Stream.concat(some.stream(), others.stream()).sorted(IdentityChange.LATEST_FIRST);
    }

    /** The customers that are linked and stay apart, those with the latest refusal first. */
    public List<RefusedJoin> refusedJoins() {
        return RefusedJoin.of(refusals.all(), redirects::customerOf);
    }
}
