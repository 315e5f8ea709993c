package io.truenorth.gateway.sources.mapping;

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

    MappingOutcome.Unmapped outcome() {
        return new MappingOutcome.Unmapped(path, String.valueOf(getMessage()));
    }
}
