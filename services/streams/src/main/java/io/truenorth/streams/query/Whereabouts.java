package io.truenorth.streams.query;

/**
 * Tells where customers and partitions live. Each question may end in a {@code 503} problem, while partitions move or are
 * restored.
 */
public interface Whereabouts {

    /** Where a customer lives, known or not. */
    Home ofCustomer(String customer);

    /** Where a partition lives. */
    Home ofPartition(int partition);

    /** How many partitions there are. */
    int partitions();
}
