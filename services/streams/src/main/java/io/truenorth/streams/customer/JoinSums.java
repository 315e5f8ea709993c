package io.truenorth.streams.customer;

import io.truenorth.identity.joining.RefusalReason;
import java.util.EnumMap;
import java.util.Map;

/** Counts of joins since the counters were last written. Confined to the partition's stream thread. */
final class JoinSums {
    long joined;
    long split;
    long sent;
    long handled;
    long hops;
    private final Map<RefusalReason, Long> refused = new EnumMap<>(RefusalReason.class);

    void countRefused(RefusalReason reason) {
        refused.merge(reason, 1L, Long::sum);
    }

    JoinCounters counted() {
        return new JoinCounters(joined, split, sent, handled, hops, refused);
    }

    boolean isZero() {
        return joined == 0 && split == 0 && sent == 0 && handled == 0 && hops == 0 && refused.isEmpty();
    }

    void clear() {
        joined = 0;
        split = 0;
        sent = 0;
        handled = 0;
        hops = 0;
        refused.clear();
    }
}
