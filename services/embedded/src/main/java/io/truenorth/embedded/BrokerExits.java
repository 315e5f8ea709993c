package io.truenorth.embedded;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/** Intercepts the broker's calls that exit the JVM, and reports them as its failure. */
final class BrokerExits {
    private BrokerExits() {}

    /** From now on a broker's wish to end the process completes the result and ends nothing but its own thread. */
    static CompletableFuture<Outage> redirected(Path data) {
        CompletableFuture<Outage> failure = new CompletableFuture<>();
        Exit.Procedure tell = (status, message) -> failure.complete(outage(data, message));
        Exit.setHaltProcedure(tell);
        Exit.setExitProcedure(tell);
        return failure;
    }

    private static Outage outage(Path data, @Nullable String message) {
        return new Outage(
                "broker",
                "the broker failed" + (message == null ? "" : ": " + message)
                        + ". Its log says why, as a rule a disk that is full or has gone: look after the disk of "
                        + data.toAbsolutePath() + " and start again");
    }
}
