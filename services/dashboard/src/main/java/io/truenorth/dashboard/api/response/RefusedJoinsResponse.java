package io.truenorth.dashboard.api.response;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.api.response.IdentityChangesResponse.ChangeEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /v1/identities/refused}: customers that are linked and stay apart, those with the latest refusal first.
 *
 * @param total the number of pairs of customers, of which only the first are listed
 */
public record RefusedJoinsResponse(long total, List<JoinEntry> joins) {

    /**
     * Two customers that stay apart.
     *
     * @param links up to ten refused links between them, the latest first
     * @param linkCount the number of these links
     */
    public record JoinEntry(CustomerSide first, CustomerSide second, List<ChangeEntry> links, int linkCount) {}

    /**
     * A customer.
     *
     * @param points the score; absent if the customer has none
     * @param stage the stage; absent if the customer has no score
     */
    public record CustomerSide(String id, Optional<BigDecimal> points, Optional<Stage> stage) {}
}
