package io.truenorth.standalone.demo;

import io.truenorth.standalone.StartSteps;
import io.truenorth.standalone.terminal.StatusOutput;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Prints each step of a start with its duration. */
public final class StartReport implements StartSteps {
    private final StatusOutput output;

    /** Prints to the given output. */
    public StartReport(StatusOutput output) {
        this.output = output;
    }

    @Override
    public <T> T run(String name, Callable<T> step) throws Exception {
        output.status("  " + name + " …");
        long begin = System.nanoTime();
        T result = step.call();
        output.line(String.format(Locale.ROOT, "  %-26s %5.1f s", name, (System.nanoTime() - begin) / 1e9));
        return result;
    }

    @Override
    public void troubled(String message) {
        output.line("  " + message);
    }
}
