package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.customers.CustomerRow;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How often something happens to customers, by the values of one attribute. */
final class SegmentScan {
    private final Map<String, Strata> byValue = new TreeMap<>();
    private final Strata all = new Strata();

    private SegmentScan() {}

    /** By attribute. */
    static Map<String, SegmentScan> of(
            Stream<CustomerRow> rows, Set<String> attributes, Predicate<CustomerRow> happens) {
        Map<String, SegmentScan> scans = new TreeMap<>();
        attributes.forEach(attribute -> scans.put(attribute, new SegmentScan()));
        rows.forEach(row -> {
            boolean hit = happens.test(row);
            scans.forEach((attribute, scan) -> scan.add(row.attributes().getOrDefault(attribute, "unset"), row, hit));
        });
        return scans;
    }

    private void add(String value, CustomerRow row, boolean hit) {
        byValue.computeIfAbsent(value, first -> new Strata()).add(row, hit);
        all.add(row, hit);
    }

    /** The customers of each value. */
    Map<String, Strata> byValue() {
        return byValue;
    }

    /** The same without their stages. */
    Map<String, Group> groups() {
        Map<String, Group> groups = new TreeMap<>();
        byValue.forEach((value, strata) -> groups.put(value, strata.total()));
        return groups;
    }

    Strata all() {
        return all;
    }
}
