package io.truenorth.local;

/** What a command tells the shell. */
final class ExitCodes {

    /** All is well. */
    static final int OK = 0;
    /** Something went wrong that nobody expected. */
    static final int FAILED = 1;
    /** The command cannot be run as given, or a file cannot be used: nothing was done. */
    static final int UNUSABLE = 2;
    /** Something was refused, all the rest was done. */
    static final int REFUSED = 3;

    private ExitCodes() {}
}
