package io.truenorth.cli.privacy.trace;

/**
 * What was found in some bytes.
 *
 * @param identity the identity as {@code namespace:value}; its hash where only that is known
 * @param form how it stands there
 * @param at the index of its first byte
 */
public record Trace(String identity, Form form, int at) {

    /** How an identity stands somewhere. */
    public enum Form {
        /** By its name. */
        PLAIN,
        /** By its hash. */
        HASHED,
        /** Its value stands there between quotation marks, without a namespace: it may be another's. */
        VALUE
    }
}
