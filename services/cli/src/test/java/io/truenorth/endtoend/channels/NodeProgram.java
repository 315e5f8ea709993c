package io.truenorth.endtoend.channels;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program on Node with a library from npm. */
final class NodeProgram {

    private static final String REQUIRED = "TRUENORTH_REQUIRE_NODE";
    private static final Path HOME = Path.of("target/node").toAbsolutePath();

    private final Path script;

    private NodeProgram(Path script) {
        this.script = script;
    }

    /** The program, where this machine has what it needs; where it is required, that must be so. */
    static Optional<NodeProgram> find(Path script, String library) {
        return install(library).map(installed -> new NodeProgram(script));
    }

    /** The directory of libraries with one of npm in it, where this machine has what it needs; where it is required, it must. */
    static Optional<Path> install(String library) {
        try {
            run(List.of("node", "--version"), Map.of());
            Files.createDirectories(HOME);
            run(List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", HOME.toString(), library), Map.of());
            return Optional.of(HOME.resolve("node_modules"));
        } catch (IOException e) {
            String message = "no Node with " + library + ": "
                    + e.getMessage().lines().findFirst().orElse("");
            if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
                return fail(message + ", and " + REQUIRED + " is true");
            }
            System.out.println("library on Node skipped: " + message);
            return Optional.empty();
        }
    }

    /** Runs it to its end, which must be a good one. A module finds its libraries beside itself. */
    void run(Map<String, String> environment) throws IOException {
        Path placed = HOME.resolve(script.getFileName());
        Files.write(placed, Files.readAllBytes(script));
        run(List.of("node", placed.toString()), environment);
    }

    /** What a command prints. */
    static String run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command + " was interrupted", e);
        }
        return output;
    }
}
