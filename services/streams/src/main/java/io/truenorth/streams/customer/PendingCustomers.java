package io.truenorth.streams.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The customers to score with the next commit. */
final class PendingCustomers {
    /** Includes some who were scored early; such a customer is no longer marked as pending. */
    private final List<LiveCustomer> customers = new ArrayList<>();

    private int scoredEarly;

    boolean isEmpty() {
        return customers.isEmpty();
    }

    /** Adds a customer; returns false if they were added before. */
    boolean add(LiveCustomer customer) {
        return customer.markPending() && customers.add(customer);
    }

    /** Tells that a customer was scored before the commit. Those who were also evicted must not stay on the heap. */
    void wasScoredEarly() {
        scoredEarly++;
        if (scoredEarly > customers.size() / 2) {
            customers.removeIf(customer -> !customer.isPending());
            scoredEarly = 0;
        }
    }

    /** Passes each customer who is still to be scored, and removes all. */
    void drainTo(Consumer<LiveCustomer> scoring) {
        customers.stream().filter(LiveCustomer::isPending).forEach(scoring);
        clear();
    }

    void clear() {
        customers.clear();
        scoredEarly = 0;
    }
}
