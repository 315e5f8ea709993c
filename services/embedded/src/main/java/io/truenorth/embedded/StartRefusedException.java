package io.truenorth.embedded;

/** The broker or the registry cannot start. The message says what is wrong, where, and what to do. */
public final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Another process, or another part of this one, works on the same directory. */
        DIRECTORY_IN_USE,
        /** The directory cannot be made, read or written. */
        DIRECTORY_UNUSABLE,
        /** The directory holds part of what belongs there, as after an interrupted copy or deletion. */
        DATA_DAMAGED,
        /** There is less space on the disk than is needed to begin. */
        DISK_FULL,
        /** Somebody else listens on the port. */
        PORT_IN_USE,
        /** The registry's distribution is not there. */
        DISTRIBUTION_MISSING,
        /** The thread that started it was interrupted. */
        INTERRUPTED,
        /** It ended, or was not ready in time, while it started. */
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

    /** Why it cannot start. */
    public Reason reason() {
        return reason;
    }
}
