package io.truenorth.dashboard.moves;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.customers.CustomerFilter;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.PreviousStage;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How customers came from one moment to another. Not to be changed once it is made.
 *
 * @param since the first moment, epoch ms
 * @param until the second one, which the points are of, epoch ms
 * @param stages where each customer stood at the first moment, by id; a customer who was not known is absent
 * @param points gained and lost between the two, of all customers
 */
public record Moves(long since, long until, Map<String, Stage> stages, PointChanges points) implements PreviousStage {
    private static final int STAGES = Stage.values().length;

    @Override
    public Stage of(CustomerRow row) {
        return stages.getOrDefault(row.id(), Stage.UNKNOWN);
    }

    /**
     * From where to where customers came, as they stand now.
     *
     * @param customers all of them
     * @param scope only customers of this scope count
     * @return a count by from and to, in the order of the stages; customers whose stage is the same are left out
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

    /** How many of these customers stood where at the first moment, in the order of the stages. */
    public long[] snapshot(Stream<CustomerRow> customers, String scope) {
        long[] snapshot = new long[STAGES];
        customers
                .filter(row -> stages.containsKey(row.id()) && CustomerFilter.isIn(scope, row))
                .forEach(row -> snapshot[of(row).ordinal()]++);
        return snapshot;
    }
}
