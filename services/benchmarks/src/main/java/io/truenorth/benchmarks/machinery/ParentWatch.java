package io.truenorth.benchmarks.machinery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Ties a process to the one that started it: its standard input ends when that one closes it, or dies. */
public final class ParentWatch {
    private ParentWatch() {}

    /** Waits for the end on a thread of its own. */
    public static void onEndOfInput(Runnable then) {
        Thread thread = new Thread(
                () -> {
                    drain(System.in);
                    then.run();
                },
                "bond");
        thread.setDaemon(true);
        thread.start();
    }

    private static void drain(InputStream input) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
