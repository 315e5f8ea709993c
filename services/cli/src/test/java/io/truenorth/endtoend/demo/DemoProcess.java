package io.truenorth.endtoend.demo;

import io.truenorth.cli.Truenorth;
import io.truenorth.standalone.RunningSystem;
import io.truenorth.standalone.SystemAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs {@code truenorth demo} in a separate process, on free ports. */
final class DemoProcess implements AutoCloseable {
    private static final Path LAUNCHER = Path.of("../../truenorth");

    private final Process process;
    private final Path directory;
    private final Path output;

    private DemoProcess(Process process, Path directory, Path output) {
        this.process = process;
        this.directory = directory;
        this.output = output;
    }

    /**
     * Starts the demo from the class path of the tests.
     *
     * @param arguments further arguments of the command
     */
    static DemoProcess start(Path directory, String... arguments) throws IOException {
        return start(directory, truenorth(demo(directory, arguments)));
    }

    /**
     * Starts the demo from the packaged jars, with the launcher.
     *
     * @param arguments further arguments of the command
     */
    static DemoProcess startPackaged(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toRealPath().toString()));
        command.addAll(demo(directory, arguments));
        ProcessBuilder launcher = new ProcessBuilder(command);
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return start(directory, launcher);
    }

    private static DemoProcess start(Path directory, ProcessBuilder command) throws IOException {
        Path output = directory.resolveSibling(directory.getFileName() + ".out");
        return new DemoProcess(
                command.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                        .start(),
                directory,
                output);
    }

    private static List<String> demo(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of("demo", "--dir", directory.toString()));
        for (String part : List.of("kafka", "registry", "gateway", "streams", "dashboard")) {
            command.addAll(List.of("--" + part + "-port", "0"));
        }
        command.addAll(List.of(arguments));
        return command;
    }

    /** A command of the command line in a separate process, from the class path of the tests. */
    static ProcessBuilder truenorth(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Truenorth.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** The addresses of its services; empty until all of them are running. */
    Optional<SystemAddresses> addresses() {
        if (!process.isAlive()) {
            throw new AssertionError("the demo ended with " + process.exitValue() + ":\n" + output());
        }
        return RunningSystem.find(directory);
    }

    /** The output of all its runs so far. */
    String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops it as Ctrl-C does, waits until it has ended, and returns the exit code. */
    int interrupt() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
