package io.truenorth.dashboard.insight;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.customers.PreviousStage;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The data that is searched for opportunities.
 *
 * @param customers all customers
 * @param segments the attributes whose values are compared
 * @param days the length of the period in days
 * @param before the stages of customers at its start
 * @param now the end of the period, epoch ms
 */
record Evaluation(Customers customers, Set<String> segments, int days, PreviousStage before, long now) {

    /** Customers to whose score at least one channel contributes. */
    Stream<CustomerRow> relationships() {
        return customers.all().stream().filter(row -> !row.channels().isEmpty());
    }

    /** Whether a customer was above the lowest stage, and so could drop a stage. */
    boolean couldFall(CustomerRow row) {
        return before.of(row) != Stage.UNKNOWN;
    }
}
