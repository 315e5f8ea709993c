package io.truenorth.gateway.sources.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Real payloads of other systems, which the project does not contain: where {@code TRUENORTH_PAYLOADS} says, as a system
 * property or a variable, or beside the project. Each lies in a directory with the name of its source.
 */
final class DevPayloads {

    private static final String BESIDE_THE_PROJECT = "../shared/payloads/dev";
    private static final String NAME = "TRUENORTH_PAYLOADS";

    private DevPayloads() {}

    /** Where they lie; nothing where they are absent. */
    static Optional<Path> directory() {
        String named = System.getProperty(NAME, System.getenv().getOrDefault(NAME, ""));
        Path directory = named.isEmpty() ? root().resolve(BESIDE_THE_PROJECT) : Path.of(named);
        return Optional.of(directory.normalize()).filter(Files::isDirectory);
    }

    /** The payloads that belong to sources of ours; Segment's calls and CloudEvents are forms of their own. */
    static List<Path> files() {
        return directory()
                .map(directory -> files(directory).stream()
                        .filter(file -> ShippedSources.names().contains(sourceOf(file)))
                        .toList())
                .orElse(List.of());
    }

    static String sourceOf(Path file) {
        return String.valueOf(file.getParent().getFileName());
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests run in the directory of their module. */
    private static Path root() {
        return Path.of("").toAbsolutePath().getParent().getParent();
    }
}
