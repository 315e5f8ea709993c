package io.truenorth.dashboard.customers;

import java.util.Comparator;

/** The order of a list of customers; ties are sorted by id. */
public enum CustomerOrder {
    /** The highest score first. */
    SCORE(Comparator.comparingLong(CustomerRow::score).reversed()),
    /** The highest detractor risk first. */
    RISK(Comparator.comparingDouble(CustomerRow::risk).reversed()),
    /** The latest touch first. */
    LAST_TOUCH(Comparator.comparingLong(CustomerRow::lastTouchAt).reversed()),
    /** By id alone. */
    ID(Comparator.comparing(CustomerRow::id));

    private final Comparator<CustomerRow> comparator;

    CustomerOrder(Comparator<CustomerRow> comparator) {
        this.comparator = comparator.thenComparing(CustomerRow::id);
    }

    /** The order as a comparator. */
    public Comparator<CustomerRow> comparator() {
        return comparator;
    }
}
