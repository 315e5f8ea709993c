package io.truenorth.embedded;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a registry that was just started says that it is ready. */
final class RegistryStartup {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final Process process;
    private final Path directory;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_LIMIT)
            .build();
    private final HttpRequest question;

    RegistryStartup(Process process, Path directory, int port) {
        this.process = process;
        this.directory = directory;
        this.question = HttpRequest.newBuilder(URI.create("http://" + Ports.LOOPBACK + ":" + port + "/health/ready"))
                .timeout(ANSWER_LIMIT)
                .build();
    }

    /**
     * Returns when the registry is ready.
     *
     * @throws StartRefusedException if it ends instead, or is not ready in time; it does not run any more then
     */
    void await() {
        long start = System.nanoTime();
        try {
            while (!isReady()) {
                if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw refused("it ended with code " + process.exitValue());
                }
                if (System.nanoTime() - start > LIMIT.toNanos()) {
                    throw refused("it was not ready within " + LIMIT.toSeconds() + " s");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("this thread was interrupted");
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private StartRefusedException refused(String why) {
        LocalRegistry.stop(process);
        return new StartRefusedException(
                Reason.START_FAILED,
                "the schema registry did not start: " + why + ". Then " + LogTail.of(RegistryCommand.log(directory)));
    }
}
