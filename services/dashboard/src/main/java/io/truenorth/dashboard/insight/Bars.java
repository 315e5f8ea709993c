package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.insight.Opportunity.Bar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Bar charts that compare groups. */
final class Bars {
    private static final int MOST = 8;
    private static final String OTHERS = "others";

    private Bars() {}

    /** The share of each group in percent, with an additional bar for the others of a comparison. */
    static List<Bar> shares(Map<String, Group> groups, String marked, Comparison comparison) {
        List<Bar> bars = new ArrayList<>(shares(groups, marked));
        bars.add(bar(OTHERS, comparison.others(), marked));
        return ordered(bars.stream());
    }

    /** The share of each group in percent, the largest first. The marked group is always included, small groups never are. */
    static List<Bar> shares(Map<String, Group> groups, String marked) {
        return ordered(groups.entrySet().stream()
                .filter(group ->
                        group.getKey().equals(marked) || group.getValue().customers() >= Comparison.FEWEST_CUSTOMERS)
                .map(group -> bar(group.getKey(), group.getValue(), marked))
                .sorted(Comparator.comparing((Bar bar) -> !bar.marked())
                        .thenComparing(Comparator.comparingDouble(Bar::value).reversed()))
                .limit(MOST));
    }

    private static Bar bar(String label, Group group, String marked) {
        return new Bar(label, 100 * group.share(), label.equals(marked));
    }

    private static List<Bar> ordered(Stream<Bar> bars) {
        return bars.sorted(Comparator.comparingDouble(Bar::value).reversed().thenComparing(Bar::label))
                .toList();
    }
}
