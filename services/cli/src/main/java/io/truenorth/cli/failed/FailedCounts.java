package io.truenorth.cli.failed;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Counts failed records by reason and source, and keeps the newest ones. */
public final class FailedCounts {
    private static final Comparator<FailedLine> OLDEST_FIRST =
            Comparator.comparingLong(FailedLine::at).thenComparing(FailedLine::id);

    private final int most;
    private final Map<String, Long> counts = new TreeMap<>();
    private final PriorityQueue<FailedLine> newest = new PriorityQueue<>(OLDEST_FIRST);

    /** @param most the number of newest records to keep */
    public FailedCounts(int most) {
        this.most = most;
    }

    /** Counts a record. */
    public void take(FailedRecord record) {
        String source = record.failure().source().isEmpty()
                ? "an unknown source"
                : record.failure().source();
        counts.merge(record.failure().reason() + " from " + source, 1L, Long::sum);
        newest.add(FailedLine.of(record));
        if (newest.size() > most) {
            newest.remove();
        }
    }

    /** The number of records. */
    public long total() {
        return counts.values().stream().mapToLong(count -> count).sum();
    }

    /** The newest records, in ascending order. */
    public List<FailedLine> newest() {
        return newest.stream().sorted(OLDEST_FIRST).toList();
    }

    /** A line with the number of records for each reason and source. */
    public List<String> lines() {
        return counts.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%,9d  %s", entry.getValue(), entry.getKey()))
                .toList();
    }
}
