package io.truenorth.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The identities of a customer, and why they are one customer: {@code GET /v1/customers/{identity}/identities}.
 *
 * @param customer the customer's id, the best of the identities
 * @param asked the identity of the request
 * @param identities all identities of the customer, as {@code namespace:value}, the best first
 * @param links that made them one customer, by identity
 * @param refusals links because of which the customer was not joined with another: at most 100
 * @param refused how many links were refused in all
 * @param apart pairs of identities that were split, and that events do not join again
 * @param joining the customer that this one is about to join; empty if it is not joining any
 * @param consent of the customer
 */
public record IdentitiesReport(
        String customer,
        String asked,
        List<String> identities,
        List<Link> links,
        List<RefusedLink> refusals,
        long refused,
        List<Pair> apart,
        Optional<String> joining,
        CustomerConsent consent) {

    /**
     * A link between two identities, with its first evidence.
     *
     * @param first one end
     * @param second the other end
     * @param source of the event or the request
     * @param eventId of the event or the request
     * @param at the time of the event or the request
     * @param byHand whether it is a request by a user
     */
    public record Link(String first, String second, String source, String eventId, Instant at, boolean byHand) {}

    /**
     * A refused link.
     *
     * @param link the link
     * @param reason UNIQUE_NAMESPACE, TOO_MANY_IDENTITIES, SPLIT or SHARED
     */
    public record RefusedLink(Link link, String reason) {}

    /** Two identities. */
    public record Pair(String first, String second) {}
}
