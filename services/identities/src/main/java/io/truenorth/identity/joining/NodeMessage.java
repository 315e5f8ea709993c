package io.truenorth.identity.joining;

/** A message to the node of an identity, its key. */
public sealed interface NodeMessage {
    /** Returns the identity. */
    String identity();

    /**
     * A customer has learnt of a link to the identity, whose customer shall be told.
     *
     * @param identity the other end of the link
     * @param customer that has learnt of it
     * @param link the link
     * @param evidence of the link
     */
    record Learnt(String identity, String customer, IdentityPair link, Evidence evidence) implements NodeMessage {}

    /**
     * The identity belongs to a customer. Of several labels the one of the highest epoch holds, and of these the best.
     *
     * @param identity the identity
     * @param epoch how often the identity was split from a customer
     * @param customer it belongs to
     */
    record Label(String identity, long epoch, String customer) implements NodeMessage {}

    /**
     * The identity's customer was erased: it belongs to itself, and what comes of it from before is left out.
     *
     * @param identity the identity
     * @param suppression what is left out
     */
    record Suppress(String identity, Suppression suppression) implements NodeMessage {}

    /**
     * A message was for a customer that no longer has the identity: the node passes it to the one that has.
     *
     * @param identity the identity
     * @param message the message
     */
    record PassOn(String identity, CustomerMessage message) implements NodeMessage {}
}
