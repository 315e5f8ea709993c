package io.truenorth.dashboard.api.response;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/opportunities}: the most points at stake first. */
public record OpportunitiesResponse(List<OpportunityEntry> opportunities) {

    /** What could be done better, by how many points, and the address of the list of those customers. */
    public record OpportunityEntry(
            String id,
            String kind,
            String sentence,
            BigDecimal impact,
            long customers,
            Evidence evidence,
            String href) {}

    /** A small chart. */
    public record Evidence(String caption, List<Bar> bars) {}

    /** A bar of it; {@code marked} is true for the one that the sentence is about, and absent for others. */
    public record Bar(String label, BigDecimal value, Optional<Boolean> marked) {}
}
