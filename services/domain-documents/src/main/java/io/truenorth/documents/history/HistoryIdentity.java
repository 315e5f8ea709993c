package io.truenorth.documents.history;

/**
 * An identity of the customer of a line.
 *
 * @param namespace such as {@code crm} or {@code email}
 * @param value normalized, in clear text
 */
public record HistoryIdentity(String namespace, String value) {

    /** {@code namespace:value}, as customers are called. */
    @Override
    public String toString() {
        return namespace + ":" + value;
    }
}
