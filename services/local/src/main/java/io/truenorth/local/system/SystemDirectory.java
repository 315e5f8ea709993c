package io.truenorth.local.system;

import io.truenorth.embedded.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

    private static final String LOG = "truenorth.log";
    private static final String SIMULATION = "simulation.properties";

    private SystemDirectory() {}

    /** What the services log. */
    public static Path log(Path directory) {
        return directory.resolve(LOG);
    }

    /** How far the simulation has come. */
    public static Path simulation(Path directory) {
        return directory.resolve(SIMULATION);
    }

    /** Deletes the data, and nothing that is not ours. The caller holds the directory's lock. */
    static void clear(Path directory) throws IOException {
        for (String data : List.of(KAFKA, REGISTRY, STREAMS)) {
            Directories.delete(directory.resolve(data));
        }
        Files.deleteIfExists(simulation(directory));
    }
}
