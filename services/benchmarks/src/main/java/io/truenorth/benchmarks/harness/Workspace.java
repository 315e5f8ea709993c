package io.truenorth.benchmarks.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/**
 * A temporary directory and the child processes that work in it. Both are removed on close and when the command is
 * interrupted.
 */
public final class Workspace implements AutoCloseable {
    private final Path directory;
    private final Deque<ChildProcess> processes = new ConcurrentLinkedDeque<>();
    private final Thread hook = new Thread(this::clear, "clear-workspace");

    private Workspace(Path directory) {
        this.directory = directory;
    }

    /** Creates one in a directory, which is created too if it does not exist. */
    public static Workspace in(Path parent) throws IOException {
        Workspace workspace =
                new Workspace(Files.createTempDirectory(Files.createDirectories(parent), "truenorth-benchmark-"));
        Runtime.getRuntime().addShutdownHook(workspace.hook);
        return workspace;
    }

    public Path directory(String name) {
        return directory.resolve(name);
    }

    /** Starts a main class of this class path in its own JVM; its output goes to a file. */
    public ChildProcess start(String name, List<String> jvmOptions, Class<?> main, List<String> arguments)
            throws IOException {
        return start(name, jvmOptions, new MainClass(System.getProperty("java.class.path"), main.getName()), arguments);
    }

    /** Starts a main class of any class path in its own JVM; its output goes to a file. */
    public ChildProcess start(String name, List<String> jvmOptions, MainClass main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", main.classPath(), main.name()));
        command.addAll(arguments);
        File log = directory.resolve(name + ".log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        ChildProcess child = new ChildProcess(name, process, log.toPath());
        processes.push(child);
        return child;
    }

    /** Stops running processes and deletes the directory. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        clear();
    }

    private void clear() {
        processes.forEach(ChildProcess::close);
        delete(directory);
    }

    public static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
