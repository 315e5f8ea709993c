package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.customers.CustomerRow;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How often something happens to customers, by the values of one attribute. */
final class SegmentScan {
    private final Map<String, Group> byValue = new TreeMap<>();
    private final Group all = new Group();

    private SegmentScan() {}

    /** By attribute. */
    static Map<String, SegmentScan> of(
            Stream<CustomerRow> rows, Set<String> attributes, Predicate<CustomerRow> happens) {
        Map<String, SegmentScan> scans = new TreeMap<>();
        attributes.forEach(attribute -> scans.put(attribute, new SegmentScan()));
        rows.forEach(row -> {
            boolean hit = happens.test(row);
            scans.forEach(
                    (attribute, scan) -> scan.add(row.attributes().getOrDefault(attribute, "unset"), hit, row.score()));
        });
        return scans;
    }

    private void add(String value, boolean hit, long score) {
        byValue.computeIfAbsent(value, first -> new Group()).add(hit, score);
        all.add(hit, score);
    }

    Map<String, Group> byValue() {
        return byValue;
    }

    Group all() {
        return all;
    }
}
