package io.truenorth.dashboard.customers;

import io.truenorth.contract.Stage;

/** The stages of customers at the start of a period. */
@FunctionalInterface
public interface PreviousStage {

    /** The stage of a customer; {@code UNKNOWN} if the customer was not known. */
    Stage of(CustomerRow row);

    /** Whether the current stage of a customer is lower. */
    default boolean hasFallen(CustomerRow row) {
        return row.stage().compareTo(of(row)) < 0;
    }

    /** Whether the current stage of a customer is higher. */
    default boolean hasRisen(CustomerRow row) {
        return row.stage().compareTo(of(row)) > 0;
    }

    /** No changes: the stages are the current ones. */
    static PreviousStage asNow() {
        return CustomerRow::stage;
    }
}
