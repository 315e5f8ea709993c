package io.truenorth.simulator;

/**
 * An identity of a simulated person.
 *
 * @param namespace the namespace of the identity
 * @param value the value within the namespace; an e-mail address is a pseudonym, as it leaves a gateway
 */
public record SimulatedIdentity(String namespace, String value) {
    static final String ACCOUNT = "crm";
    static final String CARD = "card";
    static final String EMAIL = "email";
    static final String DEVICE = "device";
    static final String ANONYMOUS = "anonymous";

    /** The identity as text, {@code namespace:value}. */
    public String key() {
        return namespace + ":" + value;
    }
}
