package io.truenorth.dashboard.identity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which customers are part of another one. Thread-safe. */
final class CustomerRedirects {
    /** A redirect leads to a better id, so that chains end; while they are being read, they may not. */
    private static final int MOST_HOPS = 1_000;

    private final Map<String, String> redirects = new ConcurrentHashMap<>();

    /** Stores that a customer is part of another, or that it is one by itself again. */
    void accept(String customer, @Nullable String into) {
        if (into == null) {
            redirects.remove(customer);
        } else {
            redirects.put(customer, into);
        }
    }

    /** The customer that an identity is part of: itself, if it has not joined another. */
    String customerOf(String identity) {
        String customer = identity;
        String next = redirects.get(customer);
        for (int hop = 0; next != null && hop < MOST_HOPS; hop++) {
            customer = next;
            next = redirects.get(customer);
        }
        return customer;
    }

    /** The identities that are part of another customer, in no particular order. */
    Stream<String> identities() {
        return redirects.keySet().stream();
    }

    int size() {
        return redirects.size();
    }
}
