package io.truenorth.simulator;

/**
 * The one identity under which a simulated customer appears.
 *
 * @param namespace the kind of name
 * @param value the name itself
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
