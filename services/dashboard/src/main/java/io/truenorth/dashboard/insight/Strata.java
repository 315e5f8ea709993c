package io.truenorth.dashboard.insight;

import io.truenorth.contract.Stage;
import java.util.EnumMap;
import java.util.Map;

/**
 * Customers who have something in common, by a stage, so that like can be held against like: new customers know few channels
 * wherever they live. Mutable, of one scan alone.
 */
final class Strata {
    private final Map<Stage, Group> byStage = new EnumMap<>(Stage.class);
    private final Group total = new Group();

    void add(Stage stage, boolean isHit, long score) {
        byStage.computeIfAbsent(stage, first -> new Group()).add(isHit, score);
        total.add(isHit, score);
    }

    /** All of them, whatever their stage. */
    Group total() {
        return total;
    }

    /**
     * Whether it happens here more often than elsewhere at the same stages, and would come by chance less often than a level:
     * the test of Cochran, Mantel and Haenszel, one-sided, with the correction for counts.
     *
     * @param all everybody, these among them
     */
    boolean isSignificantWithinStages(Strata all, double level) {
        double excess = 0;
        double variance = 0;
        for (Map.Entry<Stage, Group> stage : byStage.entrySet()) {
            Group here = stage.getValue();
            Group everywhere = all.byStage.getOrDefault(stage.getKey(), here);
            double customers = everywhere.customers();
            if (customers > 1) {
                excess += here.hit() - here.customers() * everywhere.share();
                variance += here.customers()
                        * everywhere.share()
                        * (1 - everywhere.share())
                        * (customers - here.customers())
                        / (customers - 1);
            }
        }
        return variance > 0 && Probability.ofDeviations((excess - 0.5) / Math.sqrt(variance)) < level;
    }
}
