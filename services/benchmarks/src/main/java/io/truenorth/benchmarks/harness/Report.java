package io.truenorth.benchmarks.harness;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** The output of a benchmark: results on standard output, progress on standard error. */
public final class Report {
    private final CommandSpec command;

    public Report(CommandSpec command) {
        this.command = command;
    }

    /** A line of the result. */
    public void print(String format, Object... arguments) {
        line(command.commandLine().getOut(), format, arguments);
    }

    /** A line of progress. */
    public void say(String format, Object... arguments) {
        line(command.commandLine().getErr(), format, arguments);
    }

    /** The reason why there is no result. */
    public void failed(BenchmarkFailedException failure) {
        say("%s", String.valueOf(failure.getMessage()));
    }

    private static void line(PrintWriter out, String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }
}
