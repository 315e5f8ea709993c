package io.truenorth.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A file that a child process writes atomically once it is ready. */
public final class ReadyFile {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path path;

    public ReadyFile(Path path) {
        this.path = path;
    }

    /** Signals readiness, with addresses. */
    public void write(List<String> lines) throws IOException {
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        Files.write(unfinished, lines);
        Files.move(unfinished, path);
    }

    /**
     * Waits for the file and returns its lines.
     *
     * @throws BenchmarkFailedException if the process ends or is not ready within two minutes
     */
    public List<String> await(ChildProcess process) throws IOException, InterruptedException {
        Stopwatch waited = Stopwatch.start();
        while (!Files.exists(path)) {
            process.requireAlive();
            if (waited.elapsed().compareTo(PATIENCE) > 0) {
                throw new BenchmarkFailedException(process.name() + " was not ready within " + PATIENCE);
            }
            Thread.sleep(PAUSE.toMillis());
        }
        return Files.readAllLines(path);
    }
}
