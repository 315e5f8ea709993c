package io.truenorth.dashboard.insight;

import io.truenorth.contract.Stage;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.customers.Slip;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What opportunities are looked for in.
 *
 * @param customers all of them
 * @param segments the attributes whose values are compared
 * @param days how long the period is
 * @param since when it began, epoch ms
 * @param now the moment, epoch ms
 */
record Evaluation(Customers customers, Set<String> segments, int days, long since, long now) {

    /** Those to whose score a channel contributes. */
    Stream<CustomerRow> relationships() {
        return customers.all().stream().filter(row -> !row.channels().isEmpty());
    }

    /** Whether a customer fell from a stage in the period. */
    boolean hasSlipped(CustomerRow row) {
        return slip(row).isPresent();
    }

    /** Where a customer stood before. */
    Stage stageBefore(CustomerRow row) {
        return slip(row).map(Slip::from).orElse(row.stage());
    }

    private Optional<Slip> slip(CustomerRow row) {
        return customers.slipOf(row.id()).filter(slip -> slip.at() >= since);
    }
}
