package io.truenorth.dashboard.insight;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.customers.PreviousStage;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What opportunities are looked for in.
 *
 * @param customers all of them
 * @param segments the attributes whose values are compared
 * @param days how long the period is
 * @param before where customers stood when it began
 * @param now the moment, epoch ms
 */
record Evaluation(Customers customers, Set<String> segments, int days, PreviousStage before, long now) {

    /** Those to whose score a channel contributes. */
    Stream<CustomerRow> relationships() {
        return customers.all().stream().filter(row -> !row.channels().isEmpty());
    }

    /** Whether a customer stood where one can fall from. */
    boolean couldFall(CustomerRow row) {
        return before.of(row) != Stage.UNKNOWN;
    }
}
