package io.truenorth.streams.bytes;

/** Thrown for stored bytes that are invalid: the store is damaged or was written by a newer version. */
public final class StoredFormException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoredFormException(String message) {
        super(message);
    }
}
