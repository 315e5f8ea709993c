package io.truenorth.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an {@link EmbeddedKafka} runs.
 *
 * @param directory where its data is; made if absent
 * @param port where clients connect, on loopback; 0 for any free port
 * @param minimumFreeBytes the least space on the disk to start with
 * @param overrides broker settings by Kafka's names, over our own
 */
public record BrokerConfig(Path directory, int port, long minimumFreeBytes, Map<String, String> overrides) {
    private static final long STANDARD_FREE_BYTES = 512L << 20;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the port or the space is out of range
     */
    public BrokerConfig {
        Ports.requireLegal(port);
        DiskSpace.requireLegal(minimumFreeBytes);
        overrides = Map.copyOf(overrides);
    }

    /** On any free port, with 512 MiB of free space at the start. */
    public static BrokerConfig in(Path directory) {
        return new BrokerConfig(directory, 0, STANDARD_FREE_BYTES, Map.of());
    }

    /** The same on another port; 0 for any free one. */
    public BrokerConfig withPort(int newPort) {
        return new BrokerConfig(directory, newPort, minimumFreeBytes, overrides);
    }

    /** The same with another least free space in bytes. */
    public BrokerConfig withMinimumFreeBytes(long bytes) {
        return new BrokerConfig(directory, port, bytes, overrides);
    }

    /** The same with one more broker setting. */
    public BrokerConfig with(String setting, String value) {
        Map<String, String> more = new TreeMap<>(overrides);
        more.put(setting, value);
        return new BrokerConfig(directory, port, minimumFreeBytes, more);
    }
}
