package io.truenorth.identity.joining;

/** Takes messages to other keys. Messages are delivered once, and those to a key in the order in which they were sent. */
public interface Outbox {
    /** Sends a message to the node of its identity. */
    void send(NodeMessage message);

    /** Sends a message to a customer. */
    void send(String customer, CustomerMessage message);
}
