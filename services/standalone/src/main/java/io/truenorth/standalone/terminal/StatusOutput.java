package io.truenorth.standalone.terminal;

import io.truenorth.documents.Excerpt;
import java.io.PrintStream;

/** Progress output on standard error: lines and, on a terminal, one status line that is rewritten in place. */
public final class StatusOutput {

    private static final String CLEAR_LINE = "\r\u001b[K";
    /** A wrapped status line cannot be cleared, so the terminal truncates it. */
    private static final String WITHOUT_WRAPPING = "\u001b[?7l";

    private static final String WITH_WRAPPING = "\u001b[?7h";

    private final PrintStream err;
    private final boolean terminal;
    private boolean showsStatus;

    /** @param terminal whether the status line can be rewritten */
    public StatusOutput(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Prints a line, with control characters escaped. */
    public void line(String text) {
        clearStatus();
        err.println(Excerpt.visible(text));
    }

    /** Replaces the status line; does nothing without a terminal. */
    public void status(String text) {
        if (terminal) {
            err.print(CLEAR_LINE + WITHOUT_WRAPPING + text + WITH_WRAPPING);
            err.flush();
            showsStatus = true;
        }
    }

    /** Whether there is a status line. */
    public boolean rewrites() {
        return terminal;
    }

    /** Clears the status line. */
    public void clearStatus() {
        if (showsStatus) {
            err.print(CLEAR_LINE);
            err.flush();
            showsStatus = false;
        }
    }
}
