package io.truenorth.dashboard.identity;

import io.truenorth.contract.IdentityEvent;
import io.truenorth.dashboard.privacy.ErasedIdentities;
import io.truenorth.dashboard.privacy.HashedIdentity;
import io.truenorth.dashboard.privacy.PublishedErasures;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which identities are one customer, and the latest joins, refused joins and splits. Redirects are kept for each identity that
 * joined another customer; of changes, the latest 50 000 joins and splits and the latest 20 000 refusals. What names an identity that
 * was erased since is deleted. Thread-safe.
 */
public final class PublishedIdentities {
    private static final int MOST_JOINS = 50_000;
    private static final int MOST_REFUSALS = 20_000;

    private final CustomerRedirects redirects = new CustomerRedirects();
    private final RecentChanges joins = new RecentChanges(MOST_JOINS);
    private final RecentChanges refusals = new RecentChanges(MOST_REFUSALS);
    private final CopyOnWriteArrayList<Consumer<IdentityChange>> listeners = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Consumer<String>> redirected = new CopyOnWriteArrayList<>();
    private final PublishedErasures erasures;

    /** Nothing yet. What names an erased identity is deleted, whenever it is read. */
    public PublishedIdentities(PublishedErasures erasures) {
        this.erasures = erasures;
        erasures.onErasure(this::erase);
    }

    /** Stores a change. Types of changes that are not known are ignored, as are changes before the erasure of who is named. */
    public synchronized void accept(String customer, @Nullable IdentityEvent event) {
        if (event != null) {
            IdentityChange.of(event).filter(change -> !isErased(change)).ifPresent(this::add);
        }
    }

    private boolean isErased(IdentityChange change) {
        return change.named().stream().anyMatch(identity -> isErased(identity, change.at()));
    }

    private boolean isErased(String identity, long at) {
        return erasures.covers(HashedIdentity.of(identity), at);
    }

    private synchronized void erase(ErasedIdentities erasure) {
        redirects.erase(erasure);
        joins.erase(erasure);
        refusals.erase(erasure);
    }

    private void add(IdentityChange change) {
        (change.type() == IdentityChange.Type.REFUSED ? refusals : joins).add(change);
        listeners.forEach(listener -> listener.accept(change));
    }

    /**
     * Stores that a customer is part of another.
     *
     * @param into the other; null if the customer is one by itself again
     * @param at when it was published, epoch ms; if one of the two was erased since, it is none any more
     */
    public synchronized void redirect(String customer, @Nullable String into, long at) {
        boolean erased = isErased(customer, at) || (into != null && isErased(into, at));
        redirects.accept(customer, erased ? null : into, at);
        if (!erased) {
            redirected.forEach(listener -> listener.accept(customer));
        }
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

    /** Whether an identity is one customer with others. */
    public boolean isJoined(String identity) {
        return redirects.isJoined(identity);
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
