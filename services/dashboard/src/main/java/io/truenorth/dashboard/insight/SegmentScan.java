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

/** How often something happens to customers, by one property of theirs. */
final class SegmentScan {
    private final Map<String, Strata> byValue = new TreeMap<>();
    private final Strata all = new Strata();

    private SegmentScan() {}

    /**
     * By a property.
     *
     * @param value of a customer
     * @param alike the stage whose customers are alike
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

    /** The value of an attribute, as its scope has it. */
    static Function<CustomerRow, String> attribute(String name) {
        return row -> row.attributes().getOrDefault(name, ScopeNames.UNSET);
    }

    /**
     * That it happens to those of each value more often than to all others, and at the same stages, too.
     *
     * @param told how that is told of a value
     */
    List<Claim> claims(BiFunction<String, Comparison, Opportunity> told) {
        List<Claim> claims = new ArrayList<>();
        byValue.forEach((value, strata) -> {
            Comparison comparison = Comparison.withRest(strata.total(), all.total());
            claims.add(new Claim(
                    comparison,
                    level -> strata.isSignificantWithinStages(all, level),
                    () -> told.apply(value, comparison)));
        });
        return claims;
    }

    /** The customers of each value, whatever their stage. */
    Map<String, Group> groups() {
        Map<String, Group> groups = new TreeMap<>();
        byValue.forEach((value, strata) -> groups.put(value, strata.total()));
        return groups;
    }
}
