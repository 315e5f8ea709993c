package io.truenorth.streams;

import io.truenorth.service.http.ProblemException;
import io.truenorth.streams.customer.TouchpointCounters;
import io.truenorth.streams.query.Home;
import io.truenorth.streams.query.Whereabouts;
import java.util.Optional;

/** The counters of the partitions on this instance. Thread-safe. */
public final class PartitionCounters {
    private final Whereabouts whereabouts;

    PartitionCounters(Whereabouts whereabouts) {
        this.whereabouts = whereabouts;
    }

    /** Returns the number of partitions, on all instances. */
    public int count() {
        return whereabouts.partitions();
    }

    /** Returns the counters of a partition; empty if it is on another instance or being moved. */
    public Optional<TouchpointCounters> of(int partition) {
        try {
            return whereabouts.ofPartition(partition) instanceof Home.Here here
                    ? Optional.of(here.queries().counters())
                    : Optional.empty();
        } catch (ProblemException moving) {
            return Optional.empty();
        }
    }

    /** Returns the sum of the counters of all partitions on this instance. */
    public TouchpointCounters sum() {
        TouchpointCounters sum = TouchpointCounters.ZERO;
        for (int partition = 0; partition < count(); partition++) {
            sum = sum.plus(of(partition).orElse(TouchpointCounters.ZERO));
        }
        return sum;
    }
}
