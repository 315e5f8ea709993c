package io.truenorth.embedded;

import java.util.concurrent.CompletableFuture;

/** Runs a task that may block indefinitely on its own daemon thread, so that callers can wait with a time limit. */
final class BrokerThread {
    private BrokerThread() {}

    static CompletableFuture<Void> run(String name, Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                        done.complete(null);
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return done;
    }
}
