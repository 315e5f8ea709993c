package io.truenorth.embedded;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a starting registry is ready. */
final class RegistryStartup {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Process process;
    private final Path directory;
    private final RegistryBackend backend;

    RegistryStartup(Process process, Path directory, RegistryBackend backend) {
        this.process = process;
        this.directory = directory;
        this.backend = backend;
    }

    /**
     * Returns once the registry is ready.
     *
     * @throws StartRefusedException if its process ends or it is not ready in time; the process has ended then
     */
    void await() {
        long start = System.nanoTime();
        try {
            while (!backend.isReady()) {
                if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw rejected("it ended with code " + process.exitValue());
                }
                if (System.nanoTime() - start > LIMIT.toNanos()) {
                    throw rejected("it was not ready within " + LIMIT.toSeconds() + " s");
                }
            }
        } catch (InterruptedException e) {
            LocalRegistry.stop(process);
            Thread.currentThread().interrupt();
            throw new StartRefusedException(
                    Reason.INTERRUPTED, "the start of the schema registry was interrupted; its process has ended", e);
        }
    }

    private StartRefusedException rejected(String why) {
        LocalRegistry.stop(process);
        Path log = RegistryCommand.log(directory);
        return RegistryTrouble.in(log, directory)
                .orElseGet(() -> new StartRefusedException(
                        Reason.START_FAILED, "the schema registry did not start: " + why + "; " + LogTail.of(log)));
    }
}
