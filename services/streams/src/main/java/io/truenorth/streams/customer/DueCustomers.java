package io.truenorth.streams.customer;

import io.truenorth.streams.customer.CustomerKeys.Due;
import java.util.List;
import java.util.OptionalLong;

/** Finds the customers who are due for rescoring, and remembers until when nobody is, so that it seldom has to search. */
final class DueCustomers {
    private final CustomerReader reader;
    private final int mostAtOnce;
    private long nobodyBefore = Long.MIN_VALUE;

    DueCustomers(CustomerReader reader, int mostAtOnce) {
        this.reader = reader;
        this.mostAtOnce = mostAtOnce;
    }

    /** Returns the ids of some customers who are due at a time, epoch ms; empty if there are none. */
    List<String> at(long now) {
        if (now < nobodyBefore) {
            return List.of();
        }
        List<Due> due = reader.due(nobodyBefore, now, mostAtOnce);
        if (due.isEmpty()) {
            nobodyBefore = reader.nextDue(nobodyBefore).orElse(Long.MAX_VALUE);
        }
        return due.stream().map(Due::customer).toList();
    }

    /** Tells that a customer will be due at a time, epoch ms. */
    void willBeDue(OptionalLong at) {
        at.ifPresent(time -> nobodyBefore = Math.min(nobodyBefore, time));
    }

    /** Forgets what is known, since the store is about to change. */
    void discard() {
        nobodyBefore = Long.MIN_VALUE;
    }
}
