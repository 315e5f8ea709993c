package io.truenorth.dashboard.insight;

import io.truenorth.dashboard.insight.Opportunity.Bar;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Small charts of groups. */
final class Bars {
    private static final int MOST = 8;

    private Bars() {}

    /** The share of each group in percent, the greatest first; the one that is marked is always there. */
    static List<Bar> shares(Map<String, Group> groups, String marked) {
        return groups.entrySet().stream()
                .map(group -> new Bar(
                        group.getKey(),
                        Math.round(1000 * group.getValue().share()) / 10.0,
                        group.getKey().equals(marked)))
                .sorted(Comparator.comparing((Bar bar) -> !bar.marked())
                        .thenComparing(Comparator.comparingDouble(Bar::value).reversed()))
                .limit(MOST)
                .sorted(Comparator.comparingDouble(Bar::value).reversed().thenComparing(Bar::label))
                .toList();
    }
}
