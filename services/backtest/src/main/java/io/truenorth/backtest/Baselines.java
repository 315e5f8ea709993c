package io.truenorth.backtest;

import io.truenorth.relationship.model.ScoringModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/** The predictors that a score has to stand comparison with. */
final class Baselines {

    /** The name of the predictor that adds the ranks by recency, frequency and money. */
    static final String RFM = "RFM rank sum";

    /** The name of the predictor that is the purchases expected by {@link BgNbd}. */
    static final String BG_NBD = "BG/NBD";

    /**
     * The baselines of a cohort.
     *
     * @param predictors in the order of tables
     * @param bgNbd the fitted model, unless nobody bought twice
     */
    record Fitted(List<Predictor> predictors, Optional<BgNbd> bgNbd) {}

    private Baselines() {}

    static Fitted of(Cohort cohort, ScoringModel model) {
        List<ActivitySummary> customers = cohort.ledgers().parallelStream()
                .map(ledger -> ActivitySummary.of(ledger, model, cohort.window().firstDay()))
                .toList();
        double[] recency = values(customers, ActivitySummary::lastDay);
        double[] frequency = values(customers, ActivitySummary::activeDays);
        double[] money = values(customers, ActivitySummary::money);
        List<Predictor> predictors = new ArrayList<>(List.of(
                new Predictor("recency", recency),
                new Predictor("frequency", frequency),
                new Predictor(RFM, rankSum(recency, frequency, money)),
                new Predictor("decayed count", values(customers, ActivitySummary::decayedTouches))));
        Optional<BgNbd> bgNbd = BgNbdEstimator.estimate(customers.stream()
                .filter(ActivitySummary::isActive)
                .map(ActivitySummary::repeatPurchases)
                .toList());
        double weeks = cohort.window().days() / ActivitySummary.DAYS_PER_WEEK;
        bgNbd.ifPresent(fit -> predictors.add(new Predictor(
                BG_NBD,
                values(
                        customers,
                        customer ->
                                customer.isActive() ? fit.expectedPurchases(customer.repeatPurchases(), weeks) : 0))));
        return new Fitted(predictors, bgNbd);
    }

    private static double[] values(List<ActivitySummary> customers, ToDoubleFunction<ActivitySummary> value) {
        return customers.stream().mapToDouble(value).toArray();
    }

    private static double[] rankSum(double[]... columns) {
        NaturalRanking ranking = new NaturalRanking(TiesStrategy.AVERAGE);
        double[] sum = new double[columns[0].length];
        for (double[] column : columns) {
            double[] ranks = ranking.rank(column);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += ranks[i];
            }
        }
        return sum;
    }
}
