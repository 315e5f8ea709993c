package io.truenorth.dashboard.insight;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.customers.CustomerRow;
import java.util.EnumMap;
import java.util.Map;

/**
 * Customers who have something in common, by how far their relationship has come, so that like is held against like: new
 * customers know few channels wherever they live. Mutable, of one scan alone.
 */
final class Strata {
    private final Map<Stage, Group> byStage = new EnumMap<>(Stage.class);
    private final Group total = new Group();

    void add(CustomerRow row, boolean isHit) {
        byStage.computeIfAbsent(row.stage(), stage -> new Group()).add(isHit, row.score());
        total.add(isHit, row.score());
    }

    /** All of them, whatever their stage. */
    Group total() {
        return total;
    }

    /** Those of each stage, the lowest first. */
    Map<Stage, Group> byStage() {
        return byStage;
    }

    /** As {@link Group#excess}, of each stage against the same stage elsewhere; {@code all} holds these too. */
    double excess(Strata all) {
        double variance = byStage.entrySet().stream()
                .mapToDouble(stage -> {
                    double usual = usualShare(stage.getKey(), all);
                    return stage.getValue().customers() * usual * (1 - usual);
                })
                .sum();
        return total.significant(expected(all), Math.sqrt(variance));
    }

    /** The part of customers of like stages elsewhere to whom it happens, 0 to 1. */
    double shareElsewhere(Strata all) {
        return total.customers() == 0 ? 0 : expected(all) / total.customers();
    }

    private double expected(Strata all) {
        return byStage.entrySet().stream()
                .mapToDouble(stage -> stage.getValue().customers() * usualShare(stage.getKey(), all))
                .sum();
    }

    /** That of the same stage elsewhere; where nobody is at it, what happens here is all that is known to be usual. */
    private double usualShare(Stage stage, Strata all) {
        Group here = at(stage);
        Group everywhere = all.at(stage);
        return everywhere.customers() == here.customers() ? here.share() : here.shareElsewhere(everywhere);
    }

    private Group at(Stage stage) {
        return byStage.getOrDefault(stage, new Group());
    }
}
