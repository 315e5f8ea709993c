package io.truenorth.dashboard.identity;

import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import io.truenorth.identity.IdentityHash;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Identity events as the streams service publishes them. */
public final class KnownChanges {
    /** When redirects were published, epoch ms. */
    public static final long PUBLISHED = Instant.parse("2026-03-01T09:00:00Z").toEpochMilli();

    private KnownChanges() {}

    /** A customer took in another, as one event carried an identity of each. */
    public static IdentityEvent joined(
            String customer, List<String> identities, String first, String second, String at) {
        return linked(customer, IdentityEventType.JOINED, first, second, at)
                .setIdentities(identities)
                .build();
    }

    /** A customer was not joined with another. */
    public static IdentityEvent refused(String customer, String first, String second, String reason, String at) {
        return linked(customer, IdentityEventType.REFUSED, first, second, at)
                .setReason(reason)
                .build();
    }

    /** An identity was split from a customer by a user. */
    public static IdentityEvent split(String customer, String identity, String at) {
        return event(customer, IdentityEventType.SPLIT, "ops", at)
                .setIdentities(List.of(identity))
                .setByHand(true)
                .build();
    }

    /** An identity that is a customer by itself was to be split by a user. */
    public static IdentityEvent notSplit(String identity, String at) {
        return event(identity, IdentityEventType.NOT_SPLIT, "ops", at)
                .setIdentities(List.of(identity))
                .setByHand(true)
                .build();
    }

    /** Events of two customers have a reference. */
    public static IdentityEvent conflict(String customer, String reference, String owner, String other, String at) {
        return event(customer, IdentityEventType.REFERENCE_CONFLICT, "shop", at)
                .setIdentities(List.of(owner, other))
                .setFirst(reference)
                .build();
    }

    /** A customer with these identities was erased. */
    public static IdentityEvent erased(String at, String... identities) {
        List<String> hashes = Stream.of(identities).map(IdentityHash::of).toList();
        return event(hashes.get(0), IdentityEventType.ERASED, "dpo", at)
                .setIdentities(hashes)
                .setByHand(true)
                .build();
    }

    private static IdentityEvent.Builder linked(
            String customer, IdentityEventType type, String first, String second, String at) {
        return event(customer, type, "web", at).setFirst(first).setSecond(second);
    }

    /** An event of any type. */
    static IdentityEvent.Builder event(String customer, IdentityEventType type, String source, String at) {
        long millis = Instant.parse(at).toEpochMilli();
        return IdentityEvent.newBuilder()
                .setCustomer(customer)
                .setType(type)
                .setSource(source)
                .setEventId("e-" + millis)
                .setOccurredAt(millis - 1_000)
                .setAt(millis);
    }
}
