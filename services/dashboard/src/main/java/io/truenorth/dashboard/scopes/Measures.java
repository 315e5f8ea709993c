package io.truenorth.dashboard.scopes;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.Contributions;
import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.contract.StageCounts;

/**
 * The sums of a scope at a moment.
 *
 * @param at the moment, epoch ms
 * @param customers the number of customers
 * @param stages customers by stage
 * @param detractors the number of detractors
 * @param score sum of all scores, micro-points
 */
public record Measures(long at, long customers, StageCounts stages, long detractors, long score) {

    /** The sums now. */
    public static Measures of(AdvocacySnapshot snapshot) {
        return new Measures(
                snapshot.getAt(),
                snapshot.getCustomers(),
                snapshot.getStages(),
                snapshot.getDetractors(),
                sum(snapshot.getContributions()));
    }

    /** The sums at an earlier moment. */
    public static Measures of(ScopeHistoryPoint moment) {
        return new Measures(
                moment.getAt(), moment.getCustomers(), moment.getStages(), moment.getDetractors(), moment.getScore());
    }

    /** A scope without customers. */
    public static Measures none(long at) {
        return new Measures(at, 0, new StageCounts(0L, 0L, 0L, 0L, 0L, 0L), 0, 0);
    }

    /** The number of advocates. */
    public long advocates() {
        return stages.getAdvocate();
    }

    /** (advocates − detractors) of all customers in percent; 0 without customers. */
    public double index() {
        return customers == 0 ? 0 : 100.0 * (advocates() - detractors) / customers;
    }

    /** Mean score in micro-points, rounded down; 0 without customers. */
    public long mean() {
        return customers == 0 ? 0 : score / customers;
    }

    /** The counts of the six stages, the lowest first. */
    public long[] stageCounts() {
        return new long[] {
            stages.getUnknown(),
            stages.getAware(),
            stages.getEngaged(),
            stages.getCommitted(),
            stages.getLoyal(),
            stages.getAdvocate()
        };
    }

    /** The sum of contributions, micro-points. */
    public static long sum(Contributions contributions) {
        return contributions.getEngagement()
                + contributions.getMoney()
                + contributions.getConnectedness()
                + contributions.getReciprocity()
                + contributions.getSentiment()
                + contributions.getAdvocacy();
    }
}
