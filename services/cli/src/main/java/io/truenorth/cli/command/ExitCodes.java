package io.truenorth.cli.command;

/** Exit codes of commands. */
public final class ExitCodes {

    /** Success. */
    public static final int OK = 0;
    /** Unexpected failure. */
    public static final int FAILED = 1;
    /** Invalid arguments or unusable file; nothing was changed. */
    public static final int UNUSABLE = 2;
    /** Some input was rejected, or some of the result may be missing; the rest was processed. */
    public static final int REFUSED = 3;
    /** An identity is on no receipt of an erasure. */
    public static final int NO_RECEIPT = 4;
    /** Nothing is known of an identity that was to be erased. */
    public static final int NOTHING_KNOWN = 5;

    /** A consent was not set, as a later one is known. */
    public static final int CONSENT_OUTDATED = 5;

    private ExitCodes() {}
}
