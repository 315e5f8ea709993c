package io.truenorth.dashboard.insight;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.schemas.ScopeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Counts how often a condition applies to customers, by the value of one of their properties. */
final class SegmentScan {
    private final Map<String, Strata> byValue = new TreeMap<>();
    private final Strata all = new Strata();

    private SegmentScan() {}

    /**
     * Scans customers.
     *
     * @param value the property whose values are compared
     * @param alike the stage within which customers are comparable
     * @param happens the condition that is counted
     */
    static SegmentScan of(
            Stream<CustomerRow> rows,
            Function<CustomerRow, String> value,
            Function<CustomerRow, Stage> alike,
            Predicate<CustomerRow> happens) {
        SegmentScan scan = new SegmentScan();
        rows.forEach(row -> {
            boolean hit = happens.test(row);
            Stage stage = alike.apply(row);
            scan.byValue
                    .computeIfAbsent(value.apply(row), first -> new Strata())
                    .add(stage, hit, row.score());
            scan.all.add(stage, hit, row.score());
        });
        return scan;
    }

    /** The value of an attribute, as in the name of its scope. */
    static Function<CustomerRow, String> attribute(String name) {
        return row -> row.attributes().getOrDefault(name, ScopeNames.UNSET);
    }

    /**
     * A claim for each value: the condition applies more often to its customers than to all others, also at the same stages.
     *
     * @param opportunity creates the opportunity of a value
     */
    List<Claim> claims(BiFunction<String, Comparison, Opportunity> opportunity) {
        List<Claim> claims = new ArrayList<>();
        byValue.forEach((value, strata) -> {
            Comparison comparison = Comparison.withRest(strata.total(), all.total());
            claims.add(new Claim(
                    comparison,
                    level -> strata.isSignificantWithinStages(all, level),
                    () -> opportunity.apply(value, comparison)));
        });
        return claims;
    }

    /** The customers of each value, over all stages. */
    Map<String, Group> groups() {
        Map<String, Group> groups = new TreeMap<>();
        byValue.forEach((value, strata) -> groups.put(value, strata.total()));
        return groups;
    }
}
