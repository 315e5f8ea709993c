package io.truenorth.dashboard.api.response;

import io.truenorth.dashboard.api.response.IdentityChangesResponse.ChangeEntry;
import io.truenorth.query.IdentitiesReport.Link;
import io.truenorth.query.IdentitiesReport.Pair;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /v1/customers/{id}/identities}: the identities of a customer, and how they became one customer.
 *
 * @param customer the customer's id, the best of the identities
 * @param asked the identity of the request
 * @param identities all identities of the customer, the best first
 * @param links that made them one customer, with their first evidence
 * @param refused how many links were refused in all
 * @param apart pairs of identities that were split, and that events do not join again
 * @param joining the customer that this one is about to join; absent if there is none
 * @param changes joins, refused joins and splits of these identities, the latest first
 */
public record IdentityDetailResponse(
        String customer,
        String asked,
        List<String> identities,
        List<Link> links,
        long refused,
        List<Pair> apart,
        Optional<String> joining,
        List<ChangeEntry> changes) {}
