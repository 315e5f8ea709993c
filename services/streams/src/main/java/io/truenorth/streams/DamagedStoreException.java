package io.truenorth.streams;

/** The files of a store are damaged; the message names the directory that may be deleted. */
final class DamagedStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
