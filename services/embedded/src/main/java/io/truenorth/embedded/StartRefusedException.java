package io.truenorth.embedded;

/** The broker or the registry cannot start. The message states the cause and the action to take. */
public final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The reason. */
    public enum Reason {
        /** The directory is in use by another process, or by another component of this one. */
        DIRECTORY_IN_USE,
        /** The directory cannot be created, read or written. */
        DIRECTORY_UNUSABLE,
        /** The directory is incomplete, for example after an interrupted copy or deletion. */
        DATA_DAMAGED,
        /** The disk has less free space than required for a start. */
        DISK_FULL,
        /** The port is in use. */
        PORT_IN_USE,
        /** The distribution of the registry is missing. */
        DISTRIBUTION_MISSING,
        /** The starting thread was interrupted. */
        INTERRUPTED,
        /** The process ended during the start, or was not ready in time. */
        START_FAILED
    }

    private final Reason reason;

    StartRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    StartRefusedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The reason. */
    public Reason reason() {
        return reason;
    }
}
