package io.truenorth.gateway.ingest;

/** Something that was sent and is not to be understood; ends its translation. */
public final class UnmappedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * The first thing that is wrong.
     *
     * @param path where, as a JSON pointer into what was sent; empty for the whole
     * @param message what was expected and what was found, without personal data
     */
    public UnmappedException(String path, String message) {
        super(message, null, false, false);
        this.path = path;
    }

    /** Where, as a JSON pointer; empty for the whole. */
    public String path() {
        return path;
    }

    /** What was expected and what was found. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
