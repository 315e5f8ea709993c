package io.truenorth.dashboard.api.response;

import io.truenorth.dashboard.identity.IdentityChange.Type;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/identities/changes}: the latest joins, refused joins, splits and conflicts of references, the latest first. */
public record IdentityChangesResponse(List<ChangeEntry> changes) {

    /**
     * A join, a refused join, a split, a split that was not, or a reference that two customers claim.
     *
     * @param at when it was decided
     * @param customer the customer that took in another, refused one, was split, or owns the reference
     * @param identities joined: up to ten identities of the other customer; split and not split: the identity;
     *     conflict: the identity that owns the reference, and the other one
     * @param identityCount the number of these identities
     * @param link that was reported; absent for a split and a reference
     * @param reference that two customers claim, TYPE:ID; otherwise absent
     * @param reason of a refusal: UNIQUE_NAMESPACE, TOO_MANY_IDENTITIES, SPLIT or SHARED; otherwise absent
     * @param source of the event or request
     * @param eventId of the event or request
     * @param occurredAt the time of the event or request
     * @param byHand whether a user requested it
     */
    public record ChangeEntry(
            Type type,
            Instant at,
            String customer,
            List<String> identities,
            int identityCount,
            Optional<LinkEntry> link,
            Optional<String> reference,
            Optional<String> reason,
            String source,
            String eventId,
            Instant occurredAt,
            boolean byHand) {}

    /** Two identities that are linked, and the customers that have them now. */
    public record LinkEntry(String first, String second, String firstCustomer, String secondCustomer) {}
}
