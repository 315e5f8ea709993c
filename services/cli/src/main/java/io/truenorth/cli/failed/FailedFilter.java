package io.truenorth.cli.failed;

import io.truenorth.schemas.FailedId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which failed records are meant.
 *
 * @param ids by name; empty for all
 * @param reasons by reason; empty for all
 * @param sources by source; empty for all
 * @param since failed at this moment or later
 * @param until failed before this moment
 * @param resolved whether those are meant too about which something was done already
 */
public record FailedFilter(
        Set<FailedId> ids,
        Set<String> reasons,
        Set<String> sources,
        Optional<Instant> since,
        Optional<Instant> until,
        boolean resolved) {

    /** Keeps what is given as it is. */
    public FailedFilter {
        ids = Set.copyOf(ids);
        reasons = Set.copyOf(reasons);
        sources = Set.copyOf(sources);
    }

    /** Whether a record is meant. */
    public boolean accepts(FailedRecord record) {
        Instant at = Instant.ofEpochMilli(record.failure().timestamp());
        return (resolved || record.isOpen())
                && (ids.isEmpty() || ids.contains(record.id()))
                && (reasons.isEmpty() || reasons.contains(record.failure().reason()))
                && (sources.isEmpty() || sources.contains(record.failure().source()))
                && since.map(from -> !at.isBefore(from)).orElse(true)
                && until.map(end -> at.isBefore(end)).orElse(true);
    }

    /** Whether it leaves anything out but what is resolved. */
    public boolean isNarrow() {
        return !ids.isEmpty() || !reasons.isEmpty() || !sources.isEmpty() || since.isPresent() || until.isPresent();
    }
}
