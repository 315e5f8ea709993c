package io.truenorth.standalone.terminal;

import io.truenorth.documents.Excerpt;
import java.io.PrintStream;

/** What is told beside the result, on stderr: lines that stay and, on a terminal, one line that is rewritten in place. */
public final class StatusOutput {

    private static final String CLEAR_LINE = "\r\u001b[K";
    /** A status that wraps cannot be cleared: what is too long for the terminal is cut off by it. */
    private static final String WITHOUT_WRAPPING = "\u001b[?7l";

    private static final String WITH_WRAPPING = "\u001b[?7h";

    private final PrintStream err;
    private final boolean terminal;
    private boolean showsStatus;

    /** @param terminal whether a line can be rewritten in place */
    public StatusOutput(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** A line that stays, on one line and plain whatever a file put into it. */
    public void line(String text) {
        clearStatus();
        err.println(Excerpt.visible(text));
    }

    /** Replaces the status; nothing where it cannot be replaced later. */
    public void status(String text) {
        if (terminal) {
            err.print(CLEAR_LINE + WITHOUT_WRAPPING + text + WITH_WRAPPING);
            err.flush();
            showsStatus = true;
        }
    }

    /** Whether there is a status: a line that is rewritten in place. */
    public boolean rewrites() {
        return terminal;
    }

    /** Takes the status away. */
    public void clearStatus() {
        if (showsStatus) {
            err.print(CLEAR_LINE);
            err.flush();
            showsStatus = false;
        }
    }
}
