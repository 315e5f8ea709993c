package io.truenorth.benchmarks.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Ends a child process with its parent: standard input reaches its end when the parent closes it or dies. */
public final class ParentWatch {
    private ParentWatch() {}

    /** Waits for the end of standard input on its own thread. */
    public static void onEndOfInput(Runnable then) {
        Thread thread = new Thread(
                () -> {
                    drain(System.in);
                    then.run();
                },
                "parent-watch");
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
