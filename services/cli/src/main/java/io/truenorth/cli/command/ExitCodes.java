package io.truenorth.cli.command;

/** What a command tells the shell. */
public final class ExitCodes {

    /** All is well. */
    public static final int OK = 0;
    /** Something went wrong that nobody expected. */
    public static final int FAILED = 1;
    /** The command cannot be run as given, or a file cannot be used: nothing was done. */
    public static final int UNUSABLE = 2;
    /** Something was refused, all the rest was done. */
    public static final int REFUSED = 3;

    private ExitCodes() {}
}
