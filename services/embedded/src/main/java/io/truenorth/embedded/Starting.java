package io.truenorth.embedded;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Something that starts on a thread of its own. An interrupt of who waits for it does not meet it in the middle of what
 * stands no interrupt, such as the initialisation of a class.
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

    /** What was started; where that failed, what it failed of. */
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

    /** Breaks the start off, for one that stands it. */
    void interrupt() {
        thread.interrupt();
    }

    /** Returns when it does not run any more, whatever came of it; an interrupt of the caller waits so long. */
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
            // It does not run, which is what is wanted; why it did not start is for who waited for it.
        }
    }
}
