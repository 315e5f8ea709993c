package io.truenorth.local.demo;

import io.truenorth.local.histories.Notes;
import io.truenorth.local.system.StartSteps;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Tells of each step of a start how long it took. */
public final class StartReport implements StartSteps {
    private final Notes notes;

    /** A report. */
    public StartReport(Notes notes) {
        this.notes = notes;
    }

    @Override
    public <T> T run(String name, Callable<T> step) throws Exception {
        notes.status("  " + name + " …");
        long begin = System.nanoTime();
        T result = step.call();
        notes.line(String.format(Locale.ROOT, "  %-26s %5.1f s", name, (System.nanoTime() - begin) / 1e9));
        return result;
    }

    @Override
    public void troubled(String message) {
        notes.line("  " + message);
    }
}
