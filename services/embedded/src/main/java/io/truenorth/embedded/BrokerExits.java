package io.truenorth.embedded;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/** Intercepts the broker's calls that exit the JVM, and reports them as its failure. */
final class BrokerExits {
    private BrokerExits() {}

    /** Replaces the exit procedures of Kafka: an exit completes the result and does not end the process. */
    static CompletableFuture<Outage> redirected(Path data) {
        CompletableFuture<Outage> failure = new CompletableFuture<>();
        Exit.Procedure report = (status, message) -> failure.complete(outage(data, message));
        Exit.setHaltProcedure(report);
        Exit.setExitProcedure(report);
        return failure;
    }

    private static Outage outage(Path data, @Nullable String message) {
        return new Outage(
                "broker",
                "the broker failed" + (message == null ? "" : ": " + message)
                        + ". See its log; the usual cause is a disk that is full or unavailable. Check the disk of "
                        + data.toAbsolutePath() + " and restart");
    }
}
