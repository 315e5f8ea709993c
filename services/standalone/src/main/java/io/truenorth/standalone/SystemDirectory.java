package io.truenorth.standalone;

import io.truenorth.embedded.Directories;
import io.truenorth.embedded.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The layout of the directory of a standalone system. */
public final class SystemDirectory {
    /** The default directory. */
    public static final Path USUAL = Path.of(".truenorth");

    /** Data of the broker. */
    static final String KAFKA = "kafka";
    /** Data and log of the registry. */
    static final String REGISTRY = "registry";
    /** State stores of the streams service. */
    static final String STREAMS = "streams";

    private static final String REPLAYS = "replays";
    private static final String MARK = "truenorth-data";
    private static final String OBJECTIVES = "objectives.yaml";
    /** Files that may exist before the directory is marked. */
    private static final List<String> UNMARKED_FILES = List.of("lock", "owner", OBJECTIVES);

    private static final String LOG = "truenorth.log";
    private static final String SIMULATION = "simulation.properties";

    private SystemDirectory() {}

    /** The registry's data and client credentials. */
    public static Path registry(Path directory) {
        return directory.resolve(REGISTRY);
    }

    /** The log of the services. */
    public static Path log(Path directory) {
        return directory.resolve(LOG);
    }

    /** The progress of the simulation. */
    public static Path simulation(Path directory) {
        return directory.resolve(SIMULATION);
    }

    /** Records of earlier replays. */
    public static Path replays(Path directory) {
        return directory.resolve(REPLAYS);
    }

    /** The dashboard's default objectives. */
    public static Path objectives(Path directory) {
        return directory.resolve(OBJECTIVES);
    }

    /** Whether a directory can be used: it is marked, empty or absent. */
    public static boolean mayBeOurs(Path directory) throws IOException {
        if (!Files.exists(directory) || Files.exists(directory.resolve(MARK))) {
            return true;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.allMatch(
                    file -> UNMARKED_FILES.contains(file.getFileName().toString()));
        }
    }

    /**
     * Requires that a directory is marked as a data directory; marks an empty one. The caller holds its lock.
     *
     * @throws UnusableDirectoryException if it contains anything else
     */
    static void requireOurs(Path directory) throws IOException {
        if (!mayBeOurs(directory)) {
            throw new UnusableDirectoryException("the directory " + directory.toAbsolutePath()
                    + " contains other files than the data of a local system: choose another one, or an empty one");
        }
        Path mark = directory.resolve(MARK);
        if (!Files.exists(mark)) {
            PrivateFiles.create(mark);
            Files.writeString(mark, "This directory holds the data of a local Truenorth system.\n");
        }
    }

    /** Deletes the data; what derives from the broker's records goes before the records themselves. */
    static void clear(Path directory) throws IOException {
        Files.deleteIfExists(simulation(directory));
        for (String data : List.of(REPLAYS, STREAMS, REGISTRY, KAFKA)) {
            Directories.delete(directory.resolve(data));
        }
    }

    /**
     * Rejects state without the records it derives from: repeated events would be dropped as duplicates.
     *
     * @throws UnusableDirectoryException if the broker's data is missing while derived data exists
     */
    static void requireWhole(Path directory) {
        boolean records = Files.exists(directory.resolve(KAFKA).resolve("data"));
        for (Path follows : List.of(directory.resolve(STREAMS), simulation(directory))) {
            if (!records && Files.exists(follows)) {
                throw new UnusableDirectoryException("the broker's data are missing in " + directory.toAbsolutePath()
                        + ", but " + follows.getFileName()
                        + ", which is derived from them, exists. Restore them, or start over with --fresh");
            }
        }
    }
}
