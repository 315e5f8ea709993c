package io.truenorth.standalone;

import io.truenorth.embedded.Directories;
import io.truenorth.embedded.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is in the directory of a local system. */
public final class SystemDirectory {
    /** Where it is unless somebody says otherwise. */
    public static final Path USUAL = Path.of(".truenorth");

    /** The broker's data. */
    static final String KAFKA = "kafka";
    /** The registry's data and its log. */
    static final String REGISTRY = "registry";
    /** The stores of the streams service. */
    static final String STREAMS = "streams";

    private static final String REPLAYS = "replays";
    private static final String MARK = "truenorth-data";
    private static final String OBJECTIVES = "objectives.yaml";
    /** What may be there before it is ours. */
    private static final List<String> NOBODYS = List.of("lock", "owner", OBJECTIVES);

    private static final String LOG = "truenorth.log";
    private static final String SIMULATION = "simulation.properties";

    private SystemDirectory() {}

    /** The registry's data, and what a client needs to write to it. */
    public static Path registry(Path directory) {
        return directory.resolve(REGISTRY);
    }

    /** What the services log. */
    public static Path log(Path directory) {
        return directory.resolve(LOG);
    }

    /** How far the simulation has come. */
    public static Path simulation(Path directory) {
        return directory.resolve(SIMULATION);
    }

    /** What was replayed into it. */
    public static Path replays(Path directory) {
        return directory.resolve(REPLAYS);
    }

    /** What the dashboard measures by, unless it is told otherwise. */
    public static Path objectives(Path directory) {
        return directory.resolve(OBJECTIVES);
    }

    /** Whether a directory is ours, or could become so: it bears our mark, holds nothing else, or is not there yet. */
    public static boolean mayBeOurs(Path directory) throws IOException {
        if (!Files.exists(directory) || Files.exists(directory.resolve(MARK))) {
            return true;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.allMatch(file -> NOBODYS.contains(file.getFileName().toString()));
        }
    }

    /**
     * Makes sure that a directory is ours: it bears our mark, or it is empty and gets it. The caller holds its lock.
     *
     * @throws UnusableDirectoryException if it holds something else
     */
    static void requireOurs(Path directory) throws IOException {
        if (!mayBeOurs(directory)) {
            throw new UnusableDirectoryException("the directory " + directory.toAbsolutePath()
                    + " holds something else than the data of a local system: choose another, or an empty one");
        }
        Path mark = directory.resolve(MARK);
        if (!Files.exists(mark)) {
            PrivateFiles.create(mark);
            Files.writeString(mark, "This directory holds the data of a local Truenorth system.\n");
        }
    }

    /** Deletes the data; what others know of the broker's records goes before the records themselves. */
    static void clear(Path directory) throws IOException {
        Files.deleteIfExists(simulation(directory));
        for (String data : List.of(REPLAYS, STREAMS, REGISTRY, KAFKA)) {
            Directories.delete(directory.resolve(data));
        }
    }

    /**
     * Refuses data whose records are gone: stores that know them would take them for counted when they come again.
     *
     * @throws UnusableDirectoryException if the broker's data are missing, and others that follow from them are there
     */
    static void requireWhole(Path directory) {
        boolean records = Files.exists(directory.resolve(KAFKA).resolve("data"));
        for (Path follows : List.of(directory.resolve(STREAMS), simulation(directory))) {
            if (!records && Files.exists(follows)) {
                throw new UnusableDirectoryException("the broker's data are missing in " + directory.toAbsolutePath()
                        + ", but " + follows.getFileName()
                        + ", which follows from them, is there. Bring them back, or begin anew with --fresh");
            }
        }
    }
}
