package io.truenorth.embedded;

import java.nio.file.Path;

/**
 * The configuration of a {@link LocalRegistry}.
 *
 * @param directory the directory of its database and log; created if absent
 * @param port the port for clients, on loopback; 0 for any free port
 * @param minimumFreeBytes the free disk space required for a start
 */
public record RegistryServerConfig(Path directory, int port, long minimumFreeBytes) {
    private static final long STANDARD_FREE_BYTES = 64L << 20;

    /**
     * Validates the values.
     *
     * @throws IllegalArgumentException if the port or the space is out of range
     */
    public RegistryServerConfig {
        Ports.requireLegal(port);
        DiskSpace.requireLegal(minimumFreeBytes);
    }

    /** A configuration with any free port and at least 64 MiB of free disk space. */
    public static RegistryServerConfig in(Path directory) {
        return new RegistryServerConfig(directory, 0, STANDARD_FREE_BYTES);
    }

    /** A copy with another port; 0 for any free one. */
    public RegistryServerConfig withPort(int newPort) {
        return new RegistryServerConfig(directory, newPort, minimumFreeBytes);
    }

    /** A copy with another minimum of free disk space in bytes. */
    public RegistryServerConfig withMinimumFreeBytes(long bytes) {
        return new RegistryServerConfig(directory, port, bytes);
    }
}
