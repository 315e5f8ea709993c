package io.truenorth.dashboard.api.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The live event {@code overview}: the sums of a scope changed. */
public record OverviewEvent(List<String> scopes, Instant at, ScopeTotals scope) {

    /** The sums of a scope; {@code stages} are customers by stage, the lowest first. */
    public record ScopeTotals(
            String scope,
            BigDecimal index,
            long customers,
            long advocates,
            long detractors,
            BigDecimal mean,
            List<Long> stages) {}
}
