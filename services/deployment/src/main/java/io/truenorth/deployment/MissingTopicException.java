package io.truenorth.deployment;

/** A required topic does not exist. */
public final class MissingTopicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For the topic with that name. */
    public MissingTopicException(String topic) {
        super("the topic " + topic
                + " does not exist: run 'truenorth provision', or say which prefix topics have here");
    }
}
