package io.truenorth.streams.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.streams.StreamsMain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A streams service in a JVM of its own. */
final class StreamsProcess implements AutoCloseable {
    private final Process process;

    private StreamsProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a service.
     *
     * @param classesInFront directories that precede the class path
     */
    static StreamsProcess start(Map<String, String> environment, Path directory, List<Path> classesInFront)
            throws IOException {
        String classpath = String.join(
                File.pathSeparator,
                Stream.concat(
                                classesInFront.stream().map(Path::toString),
                                Stream.of(System.getProperty("java.class.path")))
                        .toList());
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                classpath,
                StreamsMain.class.getName());
        builder.environment().putAll(environment);
        builder.environment()
                .put(
                        "TRUENORTH_STREAMS_STATE_DIRECTORY",
                        directory.resolve("state").toString());
        File log = directory.resolve("streams.log").toFile();
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        return new StreamsProcess(builder.start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Suspends the process ({@code SIGSTOP}). */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Resumes the process after {@link #freeze}. */
    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exitCode).as("exit code of kill -" + name).isZero();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops the process and waits for its end. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(1, TimeUnit.MINUTES)
                .handle((ended, late) -> late == null ? ended : process.destroyForcibly())
                .join();
    }
}
