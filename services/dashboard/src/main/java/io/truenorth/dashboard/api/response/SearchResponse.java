package io.truenorth.dashboard.api.response;

import io.truenorth.contract.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/search}: up to ten customers and scopes. */
public record SearchResponse(List<CustomerMatch> customers, List<ScopeSummary> scopes) {

    /**
     * A customer.
     *
     * @param identity the identity that begins with the text; absent if it is the id that has the text in it
     */
    public record CustomerMatch(String id, BigDecimal points, Stage stage, Optional<String> identity) {}
}
