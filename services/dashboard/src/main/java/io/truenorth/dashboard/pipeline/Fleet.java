package io.truenorth.dashboard.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The sum of a meter by partition, of which each is known to the instance that has it, and twice while it moves. */
    long countByPartition(String name) {
        return Math.round(values(name).values().stream()
                .mapToDouble(value -> value)
                .filter(Double::isFinite)
                .sum());
    }

    /** Whether a meter by partition is known to nobody for some partition. */
    boolean hasPartitionWithout(String name) {
        return values(name).values().stream().anyMatch(value -> !Double.isFinite(value));
    }

    private Map<String, Double> values(String name) {
        Map<String, Double> known = new HashMap<>();
        for (Meters each : meters) {
            each.values(name).forEach((labels, value) -> known.merge(labels, value, Fleet::known));
        }
        return known;
    }

    private static double known(double one, double other) {
        if (!Double.isFinite(one)) {
            return other;
        }
        return Double.isFinite(other) ? Math.max(one, other) : one;
    }
}
