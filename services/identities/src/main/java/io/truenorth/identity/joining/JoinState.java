package io.truenorth.identity.joining;

/** The state that a handler of messages has: that of the keys of its partition. Changes to what is returned are kept. */
public interface JoinState {
    /** Returns the node of an identity. */
    IdentityNode node(String identity);

    /** Returns a customer. */
    CustomerIdentities customer(String id);
}
