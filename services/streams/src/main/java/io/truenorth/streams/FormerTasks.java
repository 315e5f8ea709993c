package io.truenorth.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stores of tasks as they were when the roll-up had a sub-topology, and so tasks, of its own. Kafka Streams cannot open them:
 * a task must have all of its stores or none. They are restored from their changelogs.
 */
final class FormerTasks {
    private static final Pattern TASK = Pattern.compile("\\d+_\\d+");
    /** Of any sub-topology but the first, which is the only one now. */
    private static final Pattern FORMER = Pattern.compile("[1-9]\\d*_\\d+");

    private FormerTasks() {}

    /**
     * Deletes the stores of all tasks if some are of a former topology. These are deleted last, so that a start after an
     * interrupted one deletes the rest.
     *
     * @param directory the application's directory of stores; need not exist
     * @throws UncheckedIOException if one cannot be deleted
     */
    static void delete(Path directory) {
        try {
            if (!tasks(directory, FORMER).isEmpty()) {
                for (Path task : tasks(directory, TASK)) {
                    deleteAll(task);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the stores in " + directory + " are of an earlier version and could not be deleted", e);
        }
    }

    private static List<Path> tasks(Path directory, Pattern names) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> matches(names, file))
                    .sorted(Comparator.comparing(file -> matches(FORMER, file)))
                    .toList();
        }
    }

    private static boolean matches(Pattern names, Path file) {
        return names.matcher(file.getFileName().toString()).matches();
    }

    private static void deleteAll(Path task) throws IOException {
        try (Stream<Path> all = Files.walk(task)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
