package io.truenorth.dashboard.insight;

import io.truenorth.contract.Stage;
import java.util.EnumMap;
import java.util.Map;

/**
 * A group of customers divided by stage, for comparisons within stages: new customers use few channels in every region. Mutable,
 * used by one scan.
 */
final class Strata {
    private final Map<Stage, Group> byStage = new EnumMap<>(Stage.class);
    private final Group total = new Group();

    void add(Stage stage, boolean isHit, long score) {
        byStage.computeIfAbsent(stage, first -> new Group()).add(isHit, score);
        total.add(isHit, score);
    }

    /** The group over all stages. */
    Group total() {
        return total;
    }

    /**
     * Whether hits are significantly more frequent in this group than among customers at the same stages: the
     * Cochran–Mantel–Haenszel test, one-sided, with continuity correction.
     *
     * @param all all customers, including this group
     * @param level the significance level, 0 to 1
     */
    boolean isSignificantWithinStages(Strata all, double level) {
        double excess = 0;
        double variance = 0;
        for (Map.Entry<Stage, Group> stage : byStage.entrySet()) {
            Group group = stage.getValue();
            Group whole = all.byStage.getOrDefault(stage.getKey(), group);
            double customers = whole.customers();
            if (customers > 1) {
                excess += group.hit() - group.customers() * whole.share();
                variance += group.customers()
                        * whole.share()
                        * (1 - whole.share())
                        * (customers - group.customers())
                        / (customers - 1);
            }
        }
        return variance > 0 && Probability.ofDeviations((excess - 0.5) / Math.sqrt(variance)) < level;
    }
}
