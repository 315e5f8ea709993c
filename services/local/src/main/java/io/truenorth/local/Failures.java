package io.truenorth.local;

import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.documents.history.UnusableHistoryException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;

/** Tells a person why a command ended, and the shell by a number. */
final class Failures {

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A command line that cannot be understood. */
    int misused(CommandLine.ParameterException e) {
        PrintStream err = terminal.err();
        err.println("truenorth: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, new PrintWriter(err, true, terminal.charset()));
        err.println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCodes.UNUSABLE;
    }

    /** A command that ended with an exception. */
    int failed(Exception e) {
        if (isBrokenPipe(e)) {
            return ExitCodes.OK;
        }
        boolean expected = e instanceof CommandFailure
                || e instanceof InvalidDocumentException
                || e instanceof UnusableHistoryException;
        terminal.err().println(expected ? "truenorth: " + e.getMessage() : "truenorth: failed: " + e);
        if (terminal.stacktraces()) {
            e.printStackTrace(terminal.err());
        } else if (!expected) {
            terminal.err().println("(TRUENORTH_STACKTRACE=1 shows where)");
        }
        return expected ? ExitCodes.UNUSABLE : ExitCodes.FAILED;
    }

    /** Whoever read the results has seen enough. */
    static boolean isBrokenPipe(Throwable e) {
        return e instanceof IOException && String.valueOf(e.getMessage()).contains("Broken pipe");
    }

    /** Why a file could not be used, in words. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such directory";
        }
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }
}
