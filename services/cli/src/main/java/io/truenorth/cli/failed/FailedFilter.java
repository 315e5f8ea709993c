package io.truenorth.cli.failed;

import io.truenorth.schemas.FailedId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Selects failed records.
 *
 * @param ids the ids; empty for all
 * @param reasons the reasons; empty for all
 * @param sources the sources; empty for all
 * @param since the start of the period
 * @param until the end of the period, exclusive
 * @param resolved whether to include resolved records
 */
public record FailedFilter(
        Set<FailedId> ids,
        Set<String> reasons,
        Set<String> sources,
        Optional<Instant> since,
        Optional<Instant> until,
        boolean resolved) {

    /** Copies the collections. */
    public FailedFilter {
        ids = Set.copyOf(ids);
        reasons = Set.copyOf(reasons);
        sources = Set.copyOf(sources);
    }

    /** Whether a record is selected. */
    public boolean accepts(FailedRecord record) {
        Instant at = Instant.ofEpochMilli(record.failure().timestamp());
        return (resolved || record.isOpen())
                && (ids.isEmpty() || ids.contains(record.id()))
                && (reasons.isEmpty() || reasons.contains(record.failure().reason()))
                && (sources.isEmpty() || sources.contains(record.failure().source()))
                && since.map(from -> !at.isBefore(from)).orElse(true)
                && until.map(end -> at.isBefore(end)).orElse(true);
    }

    /** Whether it excludes any open records. */
    public boolean isNarrow() {
        return !ids.isEmpty() || !reasons.isEmpty() || !sources.isEmpty() || since.isPresent() || until.isPresent();
    }
}
