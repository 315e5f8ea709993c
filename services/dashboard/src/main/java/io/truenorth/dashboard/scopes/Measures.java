package io.truenorth.dashboard.scopes;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.Contributions;
import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.contract.StageCounts;

/**
 * How a scope stands or stood.
 *
 * @param at the moment, epoch ms
 * @param customers who are known
 * @param stages how many stand where
 * @param detractors who speak against us
 * @param score sum of all scores, micro-points
 */
public record Measures(long at, long customers, StageCounts stages, long detractors, long score) {

    /** As it stands. */
    public static Measures of(AdvocacySnapshot snapshot) {
        return new Measures(
                snapshot.getAt(),
                snapshot.getCustomers(),
                snapshot.getStages(),
                snapshot.getDetractors(),
                sum(snapshot.getContributions()));
    }

    /** As it stood. */
    public static Measures of(ScopeHistoryPoint moment) {
        return new Measures(
                moment.getAt(), moment.getCustomers(), moment.getStages(), moment.getDetractors(), moment.getScore());
    }

    /** A scope without anybody. */
    public static Measures none(long at) {
        return new Measures(at, 0, new StageCounts(0L, 0L, 0L, 0L, 0L, 0L), 0, 0);
    }

    /** Customers who speak for us. */
    public long advocates() {
        return stages.getAdvocate();
    }

    /** (advocates − detractors) of all customers in percent; 0 where nobody is known. */
    public double index() {
        return customers == 0 ? 0 : 100.0 * (advocates() - detractors) / customers;
    }

    /** Mean score in micro-points, rounded down; 0 where nobody is known. */
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
