package io.truenorth.dashboard.moves;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.customers.CustomerFilter;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.PreviousStage;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The stage changes and the point changes of all customers between two points in time. Immutable, but that customers can be
 * deleted, by any thread.
 *
 * @param since the start, epoch ms
 * @param until the end, epoch ms
 * @param stages the stages at the start by customer id, in a concurrent map; unknown customers are absent
 * @param points the points gained and lost by all customers
 */
public record Moves(long since, long until, Map<String, Stage> stages, PointChanges points) implements PreviousStage {
    private static final int STAGES = Stage.values().length;

    /** Deletes a customer who was known at the start. */
    void forget(String customer) {
        stages.remove(customer);
    }

    @Override
    public Stage of(CustomerRow row) {
        return stages.getOrDefault(row.id(), Stage.UNKNOWN);
    }

    /**
     * The number of stage changes, to the current stages of customers.
     *
     * @param customers all customers
     * @param scope only customers of this scope are counted
     * @return the number of customers by previous and current stage, in the order of stages, without unchanged customers
     */
    public long[][] flow(Stream<CustomerRow> customers, String scope) {
        long[][] moved = new long[STAGES][STAGES];
        customers.filter(row -> CustomerFilter.isIn(scope, row)).forEach(row -> {
            Stage before = of(row);
            if (before != row.stage()) {
                moved[before.ordinal()][row.stage().ordinal()]++;
            }
        });
        return moved;
    }

    /** The number of customers by stage at the start, in the order of stages. */
    public long[] snapshot(Stream<CustomerRow> customers, String scope) {
        long[] snapshot = new long[STAGES];
        customers
                .filter(row -> stages.containsKey(row.id()) && CustomerFilter.isIn(scope, row))
                .forEach(row -> snapshot[of(row).ordinal()]++);
        return snapshot;
    }
}
