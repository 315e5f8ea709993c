package io.truenorth.cli.privacy.trace;

import io.truenorth.cli.privacy.trace.Finding.Kind;
import io.truenorth.cli.privacy.trace.Trace.Form;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the findings tell of relationships that began after an erasure: events and requests that occurred later, and scores whose
 * first day is later. Logs keep events for some time only: when that is over, whatever a table has of a time after the erasure is of
 * a new relationship, unless a live score has days from before it.
 */
final class NewRelationships {
    /** When a relationship of an identity began, or went on, by the hash of the identity. */
    private final Map<String, TreeSet<Instant>> beginnings;

    private final Map<String, List<Finding>> live;
    private final PlaceNames names;
    private final Instant now;

    /** @param findings everything that was found */
    NewRelationships(PlaceNames names, List<Finding> findings, Instant now) {
        this.names = names;
        this.now = now;
        List<Finding> plain = findings.stream()
                .filter(finding -> finding.trace().form() == Form.PLAIN)
                .toList();
        beginnings = plain.stream()
                .filter(finding -> finding.beginsAt().isPresent())
                .collect(Collectors.groupingBy(
                        NewRelationships::hash,
                        Collectors.mapping(
                                finding -> finding.beginsAt().orElseThrow(), Collectors.toCollection(TreeSet::new))));
        live = plain.stream()
                .filter(finding -> finding.kind() == Kind.TABLE)
                .collect(Collectors.groupingBy(NewRelationships::hash));
    }

    private static String hash(Finding finding) {
        return finding.trace().hash();
    }

    /** Whether one began after an erasure, up to a moment. */
    boolean between(String hash, ErasureReceipt erasure, Instant until) {
        Instant next = beginnings.getOrDefault(hash, new TreeSet<>()).higher(erasure.executedAt());
        return erasure.mayBeginAnew() && next != null && !next.isAfter(until);
    }

    /** Whether one began after the last erasure. */
    boolean since(String hash, ErasureReceipt last) {
        return between(hash, last, Instant.MAX)
                || (last.mayBeginAnew() && eventsMayBeGone(last) && isStoredSince(hash, last));
    }

    private boolean eventsMayBeGone(ErasureReceipt erasure) {
        return erasure.goneBy(List.of(names.touchpoints())).filter(now::isAfter).isPresent();
    }

    private boolean isStoredSince(String hash, ErasureReceipt erasure) {
        List<Finding> records = live.getOrDefault(hash, List.of());
        return records.stream()
                        .anyMatch(record -> record.at()
                                .filter(erasure.executedAt()::isBefore)
                                .isPresent())
                && records.stream().noneMatch(record -> hasDaysBefore(record, erasure));
    }

    /** A score has the day on which it begins, which may be that of the erasure. */
    private static boolean hasDaysBefore(Finding score, ErasureReceipt erasure) {
        Instant day = erasure.executedAt()
                .atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        return score.beginsAt().filter(day::isAfter).isPresent();
    }
}
