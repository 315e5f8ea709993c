package io.truenorth.streams.customer;

import io.truenorth.streams.consent.IdentityConsents;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stored state of a customer besides the blocks of the ledgers.
 *
 * @param attributes of the customer, by identity; an empty text is the customer's id
 * @param consents of the customer, by identity; an empty text is the customer's id
 * @param published the score last published; null if none was
 * @param dueAt when the customer is due for rescoring, epoch ms
 * @param indexedAt the customer's time in the due index, epoch ms: not after {@code dueAt}, and possibly before it
 * @param hasBlocks whether the ledgers have entries in blocks
 * @param tails the entries of the ledgers that are in no block, in binary form, by identity; an empty text is
 *     the customer's id
 * @param identities the {@link io.truenorth.streams.identity.IdentityState} in binary form; null if nothing is known
 */
@SuppressWarnings("ArrayRecordComponent") // stored bytes; never compared
record CustomerHeader(
        IdentityAttributes attributes,
        IdentityConsents consents,
        @Nullable Published published,
        OptionalLong dueAt,
        OptionalLong indexedAt,
        boolean hasBlocks,
        SortedMap<String, byte[]> tails,
        byte @Nullable [] identities) {

    /** Returns the state of a customer of whom nothing is known. */
    static CustomerHeader empty() {
        return new CustomerHeader(
                new IdentityAttributes(),
                new IdentityConsents(),
                null,
                OptionalLong.empty(),
                OptionalLong.empty(),
                false,
                new TreeMap<>(),
                null);
    }
}
