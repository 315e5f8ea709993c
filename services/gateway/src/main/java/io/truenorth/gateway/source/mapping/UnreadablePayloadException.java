package io.truenorth.gateway.source.mapping;

/** A payload that a rule takes but cannot read. */
final class UnreadablePayloadException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * @param path where: a pointer into the payload, or a header
     * @param message what was expected and what was found
     */
    UnreadablePayloadException(String path, String message) {
        super(message, null, false, false);
        this.path = path;
    }

    Mapped.Unmapped outcome() {
        return new Mapped.Unmapped(path, String.valueOf(getMessage()));
    }
}
