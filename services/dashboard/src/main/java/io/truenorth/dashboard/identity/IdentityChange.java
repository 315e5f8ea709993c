package io.truenorth.dashboard.identity;

import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A join, a refused join, a split, a split that was not, or a reference that two customers claim.
 *
 * @param type what happened
 * @param customer the customer that took in another, refused one, was split, or owns the reference
 * @param identities JOINED: the first ten identities of the other customer; SPLIT and NOT_SPLIT: the identity;
 *     REFERENCE_CONFLICT: the identity that owns the reference, and the other one
 * @param identityCount how many identities there are in all
 * @param first one end of the link, or the reference; empty for a split
 * @param second the other end of the link; empty for a split and a reference
 * @param reason REFUSED: UNIQUE_NAMESPACE, TOO_MANY_IDENTITIES, SPLIT or SHARED; otherwise empty
 * @param source of the event or request that reported the link, or the user who requested the split
 * @param eventId the id of the event or request
 * @param occurredAt the time of the event or request, epoch ms
 * @param byHand whether a user requested it
 * @param at when it was decided, epoch ms
 */
public record IdentityChange(
        Type type,
        String customer,
        List<String> identities,
        int identityCount,
        String first,
        String second,
        String reason,
        String source,
        String eventId,
        long occurredAt,
        boolean byHand,
        long at) {
    /** A total order, the latest first. */
    public static final Comparator<IdentityChange> LATEST_FIRST = Comparator.comparingLong(IdentityChange::at)
            .reversed()
            .thenComparing(IdentityChange::customer)
            .thenComparing(IdentityChange::type)
            .thenComparing(IdentityChange::first)
            .thenComparing(IdentityChange::second)
            .thenComparing(IdentityChange::eventId);

    private static final int MOST_IDENTITIES = 10;

    /** Copies the identities. */
    public IdentityChange {
        identities = List.copyOf(identities);
    }

    /** What happened. */
    public enum Type {
        /** Another customer is part of the customer from then on. */
        JOINED,
        /** Two customers that are linked stay apart. */
        REFUSED,
        /** Identities have left the customer. */
        SPLIT,
        /** A user asked to split an identity that is a customer by itself; nothing has changed. */
        NOT_SPLIT,
        /** Events of another customer have a reference of this one, with whom it stays. */
        REFERENCE_CONFLICT
    }

    /** The change that an event reports; empty if its type is another. */
    static Optional<IdentityChange> of(IdentityEvent event) {
        return typeOf(event.getType())
                .map(type -> new IdentityChange(
                        type,
                        event.getCustomer(),
                        event.getIdentities().stream().limit(MOST_IDENTITIES).toList(),
                        event.getIdentities().size(),
                        event.getFirst(),
                        event.getSecond(),
                        event.getReason(),
                        event.getSource(),
                        event.getEventId(),
                        event.getOccurredAt(),
                        event.getByHand(),
                        event.getAt()));
    }

    private static Optional<Type> typeOf(IdentityEventType type) {
        return switch (type) {
            case JOINED -> Optional.of(Type.JOINED);
            case REFUSED -> Optional.of(Type.REFUSED);
            case SPLIT -> Optional.of(Type.SPLIT);
            case NOT_SPLIT -> Optional.of(Type.NOT_SPLIT);
            case REFERENCE_CONFLICT -> Optional.of(Type.REFERENCE_CONFLICT);
            default -> Optional.empty();
        };
    }

    /** The identities that the change names. */
    public Set<String> named() {
        Set<String> named = new LinkedHashSet<>(identities);
        named.add(customer);
        if (!second.isEmpty()) {
            named.add(first);
            named.add(second);
        }
        return named;
    }
}
