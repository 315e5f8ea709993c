package io.truenorth.registry;

/** The registry's distribution is not where it should be; the message says where that is and how it gets there. */
public final class MissingDistributionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingDistributionException(String message) {
        super(message);
    }
}
