package io.truenorth.dashboard.api.response;

import io.truenorth.contract.Stage;
import java.math.BigDecimal;
import java.util.List;

/** {@code GET /v1/search}: up to ten customers and scopes. */
public record SearchResponse(List<CustomerMatch> customers, List<ScopeSummary> scopes) {

    /** A customer whose id has the text in it. */
    public record CustomerMatch(String id, BigDecimal points, Stage stage) {}
}
