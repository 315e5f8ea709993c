package io.truenorth.gateway.translation;

import io.truenorth.gateway.translation.Translation.Unmapped;

/** A message that is not to be understood; ends its translation. */
public final class UnmappedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * The first thing that is wrong.
     *
     * @param path where, as a JSON pointer into the message
     * @param message what was expected and what was found
     */
    public UnmappedException(String path, String message) {
        super(message, null, false, false);
        this.path = path;
    }

    /** The same as a result. */
    public Unmapped asResult() {
        return new Unmapped(path, String.valueOf(getMessage()));
    }
}
