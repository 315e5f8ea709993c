package io.truenorth.embedded;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Starts a component on its own thread. An interrupt of the waiting thread does not interrupt the start, parts of which, such as
 * class initialization, must not be interrupted.
 */
final class Starting<T extends AutoCloseable> {
    private final FutureTask<T> start;
    private final Thread thread;

    Starting(String name, Supplier<T> start) {
        this.start = new FutureTask<>(start::get);
        this.thread = new Thread(this.start, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for the start and returns the component, or throws its failure. */
    T await() throws InterruptedException {
        try {
            return start.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException rejected
                    ? rejected
                    : new IllegalStateException(e.getCause());
        }
    }

    /** Interrupts the start, for components that support it. */
    void interrupt() {
        thread.interrupt();
    }

    /** Waits until the start has ended and closes the component. An interrupt of the caller is deferred until then. */
    void giveUp() {
        boolean interrupted = Thread.interrupted();
        while (!start.isDone()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        closeStarted();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeStarted() {
        try {
            await().close();
        } catch (Exception | Error ended) {
            // The component is not running, as intended. await() reports a failed start to its caller.
        }
    }
}
