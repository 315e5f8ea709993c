package io.truenorth.benchmarks.pipeline;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.schemas.ScopeNames;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Customers, detractors and whole points of the scopes that count customers, without those of nobody.
 *
 * @param byScope the three numbers, by scope
 */
record ScopeCounts(Map<String, List<Long>> byScope) {
    private static final List<String> SEGMENTS = List.of("region", "tier");

    /** Counts scores. */
    static ScopeCounts of(Iterable<RelationshipScore> scores) {
        Map<String, List<Long>> counts = new TreeMap<>();
        for (RelationshipScore score : scores) {
            add(counts, ScopeNames.ALL, score);
            for (String segment : SEGMENTS) {
                String value = score.getAttributes().getOrDefault(segment, ScopeNames.UNSET);
                add(counts, ScopeNames.segment(segment, value), score);
            }
        }
        return new ScopeCounts(counts);
    }

    private static void add(Map<String, List<Long>> counts, String scope, RelationshipScore score) {
        List<Long> one = List.of(1L, score.getDetractor() ? 1L : 0L, (long) score.getWholePoints());
        counts.merge(
                scope,
                one,
                (sum, more) -> List.of(sum.get(0) + more.get(0), sum.get(1) + more.get(1), sum.get(2) + more.get(2)));
    }

    /** Takes the numbers of published snapshots. */
    static ScopeCounts published(Iterable<AdvocacySnapshot> snapshots) {
        Map<String, List<Long>> counts = new TreeMap<>();
        for (AdvocacySnapshot snapshot : snapshots) {
            if (ScopeNames.countsCustomers(snapshot.getScope()) && snapshot.getCustomers() > 0) {
                counts.put(
                        snapshot.getScope(),
                        List.of(snapshot.getCustomers(), snapshot.getDetractors(), snapshot.getWholePoints()));
            }
        }
        return new ScopeCounts(counts);
    }
}
