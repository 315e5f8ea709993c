package io.truenorth.streams.customer;

import io.truenorth.identity.joining.CustomerIdentities;
import io.truenorth.streams.identity.IdentityState;
import java.util.Set;

/**
 * What an event needs to know of an identity and of a customer, so that the rest need not be decoded.
 *
 * @param customer that the identity belongs to
 * @param reported the identities whose link with this one was reported to that customer
 * @param members the identities of the id as a customer; none if it joined another
 */
record KnownIdentities(String customer, Set<String> reported, Set<String> members) {
    private static final int HEAP_BYTES = 200;
    private static final int HEAP_BYTES_EACH = 120;

    static KnownIdentities of(IdentityState state) {
        CustomerIdentities customer = state.customer();
        return new KnownIdentities(
                state.node().customer(),
                state.node().reported(),
                customer.redirect() == null ? Set.copyOf(customer.members().keySet()) : Set.of());
    }

    long heapBytes() {
        return HEAP_BYTES + (long) HEAP_BYTES_EACH * (reported.size() + members.size());
    }
}
