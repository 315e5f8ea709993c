package io.truenorth.cli.privacy;

/** Nothing is known of an identity, which may be mistyped. Nothing was changed. */
public final class NothingKnownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NothingKnownException(String message) {
        super(message);
    }
}
