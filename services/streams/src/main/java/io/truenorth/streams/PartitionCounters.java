package io.truenorth.streams;

import io.truenorth.service.http.ProblemException;
import io.truenorth.streams.customer.TouchpointCounters;
import io.truenorth.streams.query.PartitionLocation;
import io.truenorth.streams.query.PartitionLocator;
import java.util.Optional;

/** What became of the touchpoints of the partitions that are here; for any thread. */
public final class PartitionCounters {
    private final PartitionLocator locator;

    PartitionCounters(PartitionLocator locator) {
        this.locator = locator;
    }

    /** How many partitions there are, here or elsewhere. */
    public int count() {
        return locator.partitions();
    }

    /** The counters of a partition; nothing if it is elsewhere, or moving. */
    public Optional<TouchpointCounters> of(int partition) {
        try {
            return locator.ofPartition(partition) instanceof PartitionLocation.Local here
                    ? Optional.of(here.queries().counters())
                    : Optional.empty();
        } catch (ProblemException moving) {
            return Optional.empty();
        }
    }

    /** The counters of all partitions that are here. */
    public TouchpointCounters sum() {
        TouchpointCounters sum = TouchpointCounters.ZERO;
        for (int partition = 0; partition < count(); partition++) {
            sum = sum.plus(of(partition).orElse(TouchpointCounters.ZERO));
        }
        return sum;
    }
}
