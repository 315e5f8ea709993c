package io.truenorth.streams.customer;

import io.truenorth.schemas.FailureReason;
import java.util.EnumMap;
import java.util.Map;

/** Counts since the counters were last written. Confined to the partition's stream thread. */
final class CounterSums {
    long received;
    long scored;
    long duplicates;
    /** Less than 0 if fewer touchpoints wait than before. */
    long waiting;

    long suppressed;
    long rekeyed;
    long published;
    long rescored;
    private final Map<FailureReason, Long> failed = new EnumMap<>(FailureReason.class);

    void countFailed(FailureReason reason) {
        failed.merge(reason, 1L, Long::sum);
    }

    TouchpointCounters counted() {
        return new TouchpointCounters(
                received, scored, duplicates, waiting, suppressed, rekeyed, published, rescored, failed);
    }

    boolean isZero() {
        return counted().equals(TouchpointCounters.ZERO);
    }

    void clear() {
        received = 0;
        scored = 0;
        duplicates = 0;
        waiting = 0;
        suppressed = 0;
        rekeyed = 0;
        published = 0;
        rescored = 0;
        failed.clear();
    }
}
