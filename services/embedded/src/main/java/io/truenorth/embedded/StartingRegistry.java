package io.truenorth.embedded;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A registry that starts on a thread of its own, beside the broker. */
final class StartingRegistry {
    private final FutureTask<LocalRegistry> start;
    private final Thread thread;

    StartingRegistry(RegistryConfig config) {
        this.start = new FutureTask<>(() -> LocalRegistry.start(config));
        this.thread = new Thread(start, "local-registry-start");
        thread.setDaemon(true);
        thread.start();
    }

    /** @throws StartRefusedException if it cannot start */
    LocalRegistry await() throws InterruptedException {
        try {
            return start.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e.getCause());
        }
    }

    /** Returns when it does not run any more, whatever came of it; an interrupt of the caller waits so long. */
    void giveUp() {
        thread.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            await().close();
        } catch (RuntimeException ended) {
            // It does not run, which is what is wanted.
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
