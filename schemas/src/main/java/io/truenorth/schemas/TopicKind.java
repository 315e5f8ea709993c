package io.truenorth.schemas;

/** What a topic is to its readers, and so what Kafka may clean away. */
public enum TopicKind {
    /** Every record is an event of its own; records go when their retention ends. */
    LOG("delete"),
    /** The latest record of a key is its state, and stays; a null value deletes the key. */
    TABLE("compact");

    private final String cleanupPolicy;

    TopicKind(String cleanupPolicy) {
        this.cleanupPolicy = cleanupPolicy;
    }

    /** The value of Kafka's {@code cleanup.policy}. */
    public String cleanupPolicy() {
        return cleanupPolicy;
    }
}
