package io.truenorth.dashboard.insight;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.insight.Opportunity.Evidence;
import io.truenorth.dashboard.insight.Opportunity.Kind;
import io.truenorth.dashboard.moves.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds inactive customers at high stages. The points at stake are those lost in 30 further days without a touchpoint. */
final class Dormant {
    /** The number of days without a touchpoint after which a customer is inactive. */
    static final int QUIET_DAYS = 90;

    private static final double LOST_IN_30_DAYS = 1 - Math.pow(2, -30.0 / 182);
    private static final long FEWEST = 5;

    private Dormant() {}

    static List<Opportunity> find(Evaluation about) {
        long quietSince = Period.since(QUIET_DAYS, about.now());
        Map<String, Group> stages = new TreeMap<>();
        for (CustomerRow row : about.customers().all()) {
            if (row.stage().compareTo(Stage.COMMITTED) >= 0) {
                stages.computeIfAbsent(row.stage().name().toLowerCase(Locale.ROOT), stage -> new Group())
                        .add(row.lastTouchAt() > 0 && row.lastTouchAt() < quietSince, row.score());
            }
        }
        List<Opportunity> found = new ArrayList<>();
        stages.forEach((stage, group) -> {
            if (group.hit() >= FEWEST) {
                found.add(opportunity(stage, group, stages));
            }
        });
        return found;
    }

    private static Opportunity opportunity(String stage, Group group, Map<String, Group> stages) {
        return new Opportunity(
                "dormant:" + stage,
                Kind.DORMANT,
                Sentences.number(group.hit()) + " of " + Sentences.number(group.customers()) + " " + stage
                        + " customers have had no touchpoint for " + QUIET_DAYS + " days.",
                group.pointsOfHit() * LOST_IN_30_DAYS,
                group.hit(),
                new Evidence(
                        "Customers without a touchpoint for " + QUIET_DAYS + " days, by stage, percent",
                        Bars.shares(stages, stage)),
                "/customers?stage=" + stage + "&quiet=true&days=" + QUIET_DAYS);
    }
}
