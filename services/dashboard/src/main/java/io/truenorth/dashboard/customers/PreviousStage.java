package io.truenorth.dashboard.customers;

import io.truenorth.contract.Stage;

/** Where customers stood at the beginning of a period. */
@FunctionalInterface
public interface PreviousStage {

    /** Where a customer stood; {@code UNKNOWN} if they were not known. */
    Stage of(CustomerRow row);

    /** Whether a customer stands lower now. */
    default boolean hasFallen(CustomerRow row) {
        return row.stage().compareTo(of(row)) < 0;
    }

    /** Whether a customer stands higher now. */
    default boolean hasRisen(CustomerRow row) {
        return row.stage().compareTo(of(row)) > 0;
    }

    /** Nobody moved. */
    static PreviousStage asNow() {
        return CustomerRow::stage;
    }
}
