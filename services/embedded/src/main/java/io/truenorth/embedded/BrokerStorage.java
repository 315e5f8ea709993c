package io.truenorth.embedded;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The data of a broker on disk. New storage is formatted in a temporary directory and moved into place atomically, so incomplete
 * storage was damaged later and is never the result of an interrupted start.
 */
final class BrokerStorage {
    private static final String DATA = "data";
    private static final String UNFINISHED = "data.unfinished";
    private static final String META_PROPERTIES = "meta.properties";
    private static final String METADATA_LOG = "__cluster_metadata-0";
    private static final List<String> META_KEYS = List.of("version", "cluster.id", "node.id", "directory.id");

    private BrokerStorage() {}

    /**
     * Prepares the storage: formats it if there is none.
     *
     * @return the directory of the data
     * @throws StartRefusedException if existing storage is incomplete
     */
    static Path prepare(Path directory) {
        Path data = directory.resolve(DATA);
        try {
            if (Files.exists(data)) {
                requireWhole(data);
            } else {
                Path unfinished = directory.resolve(UNFINISHED);
                Directories.delete(unfinished);
                format(unfinished);
                Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw damaged(data, "it cannot be read or written (" + e + ")");
        }
        return data;
    }

    private static void format(Path data) throws IOException {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("cannot format " + data, e);
        }
    }

    private static void requireWhole(Path data) throws IOException {
        requireMetaProperties(data);
        if (!Files.isDirectory(data.resolve(METADATA_LOG)) && hasTopics(data)) {
            // Kafka would start a new cluster and treat the existing topics as stray.
            throw damaged(data, METADATA_LOG + " is missing, which holds the metadata of all topics");
        }
    }

    private static void requireMetaProperties(Path data) throws IOException {
        Path file = data.resolve(META_PROPERTIES);
        if (!Files.exists(file)) {
            throw damaged(data, META_PROPERTIES + " is missing");
        }
        Properties meta = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            meta.load(in);
        }
        for (String key : META_KEYS) {
            if (!meta.containsKey(key)) {
                throw damaged(data, META_PROPERTIES + " has no " + key);
            }
        }
        String nodeId = meta.getProperty("node.id", "");
        if (!nodeId.equals(Integer.toString(BrokerSettings.NODE_ID))) {
            throw damaged(data, "it belongs to broker " + nodeId + ", not to an embedded broker");
        }
    }

    private static boolean hasTopics(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.anyMatch(Files::isDirectory);
        }
    }

    private static StartRefusedException damaged(Path data, String violation) {
        return new StartRefusedException(
                Reason.DATA_DAMAGED,
                "the broker's data in " + data.toAbsolutePath() + " is incomplete: " + violation
                        + ". Restore it from its copy, or delete the directory to start over");
    }
}
