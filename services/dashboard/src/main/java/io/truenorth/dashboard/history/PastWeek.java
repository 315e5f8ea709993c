package io.truenorth.dashboard.history;

import io.truenorth.contract.Granularity;
import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageCounts;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.query.CustomerScore;
import io.truenorth.schemas.ScopeNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Aggregates the scores of all customers at a past point in time, by their current attributes. */
final class PastWeek {
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final long at;
    private final Customers customers;
    private final Set<String> attributes;
    private final Map<String, Sums> sums = new TreeMap<>();

    PastWeek(long at, Customers customers, Set<String> attributes) {
        this.at = at;
        this.customers = customers;
        this.attributes = attributes;
    }

    /** Adds a customer. */
    void add(CustomerScore customer) {
        Stage stage = Stage.valueOf(customer.stage().name());
        boolean detractor = customer.detractor();
        long score = customer.score();
        Map<String, String> known =
                customers.find(customer.customer()).map(CustomerRow::attributes).orElse(Map.of());
        add(ScopeNames.ALL, stage, detractor, score);
        attributes.forEach(attribute ->
                add(attribute + "=" + known.getOrDefault(attribute, ScopeNames.UNSET), stage, detractor, score));
    }

    private void add(String scope, Stage stage, boolean detractor, long score) {
        sums.computeIfAbsent(scope, first -> new Sums()).add(stage, detractor, score);
    }

    /** The history points of all scopes. */
    List<ScopeHistoryPoint> moments() {
        return sums.entrySet().stream()
                .map(scope -> scope.getValue().moment(scope.getKey(), at))
                .toList();
    }

    /** The sums of one scope. */
    private static final class Sums {
        private final long[] stages = new long[Stage.values().length];
        private long customers;
        private long detractors;
        private long score;

        void add(Stage stage, boolean detractor, long microPoints) {
            stages[stage.ordinal()]++;
            customers++;
            detractors += detractor ? 1 : 0;
            score += microPoints;
        }

        ScopeHistoryPoint moment(String scope, long at) {
            return ScopeHistoryPoint.newBuilder()
                    .setScope(scope)
                    .setGranularity(Granularity.DAY)
                    .setStart((at - 1) / DAY * DAY)
                    .setAt(at)
                    .setCustomers(customers)
                    .setStages(new StageCounts(stages[0], stages[1], stages[2], stages[3], stages[4], stages[5]))
                    .setDetractors(detractors)
                    .setScore(score)
                    .setPointsMoves(List.of())
                    .setReconstructed(true)
                    .build();
        }
    }
}
