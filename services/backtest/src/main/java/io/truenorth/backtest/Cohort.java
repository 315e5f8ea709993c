package io.truenorth.backtest;

import io.truenorth.relationship.ledger.RelationshipLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The customers of a backtest: all who had been heard of before the cut, including those who never acted.
 *
 * @param window the days on which their outcomes are observed
 * @param customers in a fixed order, on which the intervals depend
 * @param ledgers their whole history, in the same order; what lies after the cut is used for outcomes only
 */
public record Cohort(OutcomeWindow window, List<String> customers, List<RelationshipLedger> ledgers) {

    public Cohort {
        customers = List.copyOf(customers);
        ledgers = List.copyOf(ledgers);
    }

    /** Selects the customers known at the cut. */
    public static Cohort of(SortedMap<String, RelationshipLedger> histories, OutcomeWindow window) {
        List<String> customers = new ArrayList<>();
        List<RelationshipLedger> ledgers = new ArrayList<>();
        histories.forEach((customer, ledger) -> {
            if (ledger.firstDay().orElse(Integer.MAX_VALUE) < window.firstDay()) {
                customers.add(customer);
                ledgers.add(ledger);
            }
        });
        return new Cohort(window, customers, ledgers);
    }

    /** Returns the number of customers. */
    public int size() {
        return customers.size();
    }
}
