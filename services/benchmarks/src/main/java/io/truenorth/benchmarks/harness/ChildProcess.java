package io.truenorth.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A child process; it ends when its standard input does. */
public final class ChildProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final int LINES_SHOWN = 30;

    private final String name;
    private final Process process;
    private final Path log;

    public ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    String name() {
        return name;
    }

    /** CPU time of all its threads so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory in KiB on Linux; 0 elsewhere. */
    public long residentKibibytes() {
        return kibibytes("VmRSS:");
    }

    /** The most resident memory so far, in KiB on Linux; 0 elsewhere. */
    public long peakResidentKibibytes() {
        return kibibytes("VmHWM:");
    }

    private long kibibytes(String field) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Checks that it is alive.
     *
     * @throws BenchmarkFailedException with the end of its log if it has ended
     */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new BenchmarkFailedException(
                    name + " ended with code " + process.exitValue() + ". The end of its log:\n" + logTail());
        }
    }

    private String logTail() {
        try {
            // Without stack frames, which would leave no room for causes.
            List<String> lines = Files.readAllLines(log).stream()
                    .filter(line -> !line.startsWith("\tat "))
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "(cannot be read: " + e.getMessage() + ")";
        }
    }

    /** Stops it, by force after 30 s. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
