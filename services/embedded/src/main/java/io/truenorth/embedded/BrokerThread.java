package io.truenorth.embedded;

import java.util.concurrent.CompletableFuture;

/** Runs what may hang on a daemon thread of its own, so that waiting for it can have an end. */
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
