package io.truenorth.dashboard.identity;

import io.truenorth.dashboard.privacy.ErasedIdentities;
import io.truenorth.dashboard.privacy.HashedIdentity;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which customers are part of another one. Thread-safe. */
final class CustomerRedirects {
    /** A redirect leads to a better id, so that chains end; while they are being read, they may not. */
    private static final int MOST_HOPS = 1_000;

    private final Map<HashedIdentity, Redirect> redirects = new ConcurrentHashMap<>();

    /** Stores that a customer is part of another, or that it is one by itself again. */
    void accept(String customer, @Nullable String into, long at) {
        if (into == null) {
            redirects.remove(HashedIdentity.of(customer));
        } else {
            redirects.put(HashedIdentity.of(customer), new Redirect(customer, into, at));
        }
    }

    /** Deletes those of erased identities. */
    void erase(ErasedIdentities erasure) {
        erasure.identities()
                .forEach(identity ->
                        redirects.computeIfPresent(identity, (same, old) -> old.at <= erasure.at() ? null : old));
    }

    /** The customer that an identity is part of: itself, if it has not joined another. */
    String customerOf(String identity) {
        String customer = identity;
        Redirect next = redirects.get(HashedIdentity.of(customer));
        for (int hop = 0; next != null && hop < MOST_HOPS; hop++) {
            customer = next.into;
            next = redirects.get(HashedIdentity.of(customer));
        }
        return customer;
    }

    /** Whether an identity is part of another customer, or another identity of it. */
    boolean isJoined(String identity) {
        return redirects.containsKey(HashedIdentity.of(identity))
                || redirects.values().stream().anyMatch(redirect -> redirect.into.equals(identity));
    }

    /** The identities that are part of another customer, in no particular order. */
    Stream<String> identities() {
        return redirects.values().stream().map(Redirect::identity);
    }

    int size() {
        return redirects.size();
    }

    /** That an identity is part of a customer, since a time (epoch ms). */
    private record Redirect(String identity, String into, long at) {}
}
