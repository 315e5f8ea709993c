package io.truenorth.streams;

/** Thrown when the files of a store are damaged; the message names the directory to delete. */
final class DamagedStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
