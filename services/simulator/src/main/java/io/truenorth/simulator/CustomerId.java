package io.truenorth.simulator;

/**
 * The identity of a simulated customer.
 *
 * @param namespace the namespace of the identity
 * @param value the value within the namespace
 */
public record CustomerId(String namespace, String value) {
    private static final String NAMESPACE = "crm";

    static CustomerId number(int index) {
        return new CustomerId(NAMESPACE, "sim-%06d".formatted(index));
    }

    /** The key of the customer's records, {@code namespace:value}. */
    public String key() {
        return namespace + ":" + value;
    }
}
