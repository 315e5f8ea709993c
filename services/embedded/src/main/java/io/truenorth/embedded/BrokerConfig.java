package io.truenorth.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configuration of an {@link EmbeddedKafka}.
 *
 * @param directory the directory of its data; created if absent
 * @param port the port for clients, on loopback; 0 for any free port
 * @param minimumFreeBytes the free disk space required for a start
 * @param overrides broker settings by Kafka's names, which override the defaults
 */
public record BrokerConfig(Path directory, int port, long minimumFreeBytes, Map<String, String> overrides) {
    private static final long STANDARD_FREE_BYTES = 512L << 20;

    /**
     * Validates the values.
     *
     * @throws IllegalArgumentException if the port or the space is out of range
     */
    public BrokerConfig {
        Ports.requireLegal(port);
        DiskSpace.requireLegal(minimumFreeBytes);
        overrides = Map.copyOf(overrides);
    }

    /** A configuration with any free port and at least 512 MiB of free disk space. */
    public static BrokerConfig in(Path directory) {
        return new BrokerConfig(directory, 0, STANDARD_FREE_BYTES, Map.of());
    }

    /** A copy with another port; 0 for any free one. */
    public BrokerConfig withPort(int newPort) {
        return new BrokerConfig(directory, newPort, minimumFreeBytes, overrides);
    }

    /** A copy with another minimum of free disk space in bytes. */
    public BrokerConfig withMinimumFreeBytes(long bytes) {
        return new BrokerConfig(directory, port, bytes, overrides);
    }

    /** A copy with an additional broker setting. */
    public BrokerConfig with(String setting, String value) {
        Map<String, String> more = new TreeMap<>(overrides);
        more.put(setting, value);
        return new BrokerConfig(directory, port, minimumFreeBytes, more);
    }
}
