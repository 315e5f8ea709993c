package io.truenorth.dashboard.pipeline;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The instances of a service, each of which counts what it did itself.
 *
 * @param size how many there should be, 1 or more
 * @param meters of those that answered
 */
record Fleet(int size, List<Meters> meters) {

    Fleet {
        meters = List.copyOf(meters);
    }

    boolean isAway() {
        return meters.isEmpty();
    }

    /** How many did not answer. */
    int missing() {
        return size - meters.size();
    }

    long count(String name) {
        return count(name, "");
    }

    /** The sum of a meter of all, over the labels that have a text in them. */
    long count(String name, String label) {
        return Math.round(
                meters.stream().mapToDouble(each -> each.sum(name, label)).sum());
    }

    /** The greatest value of a meter of all, over the labels that have a text in them. */
    OptionalDouble greatest(String name, String label) {
        return meters.stream()
                .flatMapToDouble(each -> each.greatest(name, label).stream())
                .max();
    }

    /** Whether some value of a meter is not known to somebody. */
    boolean isPartlyUnknown(String name) {
        return meters.stream().anyMatch(each -> each.isPartlyUnknown(name));
    }
}
