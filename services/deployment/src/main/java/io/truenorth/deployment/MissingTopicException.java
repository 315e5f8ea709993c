package io.truenorth.deployment;

/** A topic that a deployment must have is not there. */
public final class MissingTopicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A topic of that name. */
    public MissingTopicException(String topic) {
        super("the topic " + topic
                + " does not exist: run 'truenorth provision', or say which prefix topics have here");
    }
}
