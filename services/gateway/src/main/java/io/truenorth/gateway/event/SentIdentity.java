package io.truenorth.gateway.event;

/**
 * A name of a customer. As sent it may be personal; from {@link Pseudonyms} on it is not.
 *
 * @param namespace the kind of name
 * @param value the name
 */
record SentIdentity(String namespace, String value) {

    /** Without the name, which may be personal. */
    @Override
    public String toString() {
        return "SentIdentity[" + namespace + "]";
    }
}
