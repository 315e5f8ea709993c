package io.truenorth.streams;

import io.truenorth.service.http.ProblemException;
import io.truenorth.streams.customer.CustomerQueries;
import io.truenorth.streams.customer.ImportCounters;
import io.truenorth.streams.customer.JoinCounters;
import io.truenorth.streams.customer.TouchpointCounters;
import io.truenorth.streams.query.PartitionLocation;
import io.truenorth.streams.query.PartitionLocator;
import java.util.Optional;
import java.util.function.Function;

/** The counters of the partitions on this instance. Thread-safe. */
public final class PartitionCounters {
    private final PartitionLocator locator;

    PartitionCounters(PartitionLocator locator) {
        this.locator = locator;
    }

    /** Returns the number of partitions, on all instances. */
    public int count() {
        return locator.partitions();
    }

    /** Returns the counters of a partition; empty if it is on another instance or being moved. */
    public Optional<TouchpointCounters> of(int partition) {
        return find(partition, CustomerQueries::counters);
    }

    /** Returns the counters of a partition's imports; empty if it is on another instance or being moved. */
    public Optional<ImportCounters> importsOf(int partition) {
        return find(partition, CustomerQueries::imports);
    }

    /** Returns the counters of a partition's joins; empty if it is on another instance or being moved. */
    public Optional<JoinCounters> joinsOf(int partition) {
        return find(partition, CustomerQueries::joins);
    }

    private <T> Optional<T> find(int partition, Function<CustomerQueries, T> query) {
        try {
            return locator.ofPartition(partition) instanceof PartitionLocation.Local here
                    ? Optional.of(query.apply(here.queries()))
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
