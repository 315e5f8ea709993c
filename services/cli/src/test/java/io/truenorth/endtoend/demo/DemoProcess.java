package io.truenorth.endtoend.demo;

import io.truenorth.cli.Truenorth;
import io.truenorth.standalone.RunningSystem;
import io.truenorth.standalone.SystemAddresses;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code truenorth demo} in a process of its own, on ports that are free. */
final class DemoProcess implements AutoCloseable {
    private final Process process;
    private final Path directory;
    private final Path output;

    private DemoProcess(Process process, Path directory, Path output) {
        this.process = process;
        this.directory = directory;
        this.output = output;
    }

    /** @param arguments more of them */
    static DemoProcess start(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("demo", "--dir", directory.toString()));
        for (String part : List.of("kafka", "registry", "gateway", "streams", "dashboard")) {
            command.addAll(List.of("--" + part + "-port", "0"));
        }
        command.addAll(List.of(arguments));
        Path output = directory.resolveSibling(directory.getFileName() + ".out");
        File file = output.toFile();
        return new DemoProcess(
                truenorth(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
                        .start(),
                directory,
                output);
    }

    /** A command in a process of its own. */
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

    /** Where its parts are; nothing before they all run. */
    Optional<SystemAddresses> addresses() {
        if (!process.isAlive()) {
            throw new AssertionError("the demo ended with " + process.exitValue() + ":\n" + output());
        }
        return RunningSystem.find(directory);
    }

    /** What it has told so far, in all its runs. */
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

    /** What Ctrl-C does: waits for the end, and gives the exit code. */
    int interrupt() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
