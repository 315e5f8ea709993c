package io.truenorth.cli.privacy.trace;

/**
 * What was found in some bytes.
 *
 * @param identity the identity as {@code namespace:value}; its hash where only that is known
 * @param hash the hash of the identity as it is stored
 * @param form how it stands there
 * @param at the index of its first byte
 */
public record Trace(String identity, String hash, Form form, int at) {

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
