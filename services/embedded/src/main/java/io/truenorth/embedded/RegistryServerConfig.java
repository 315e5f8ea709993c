package io.truenorth.embedded;

import java.nio.file.Path;

/**
 * How a {@link LocalRegistry} runs.
 *
 * @param directory where its database and its log are; made if absent
 * @param port where clients connect, on loopback; 0 for any free port
 * @param minimumFreeBytes the least space on the disk to start with
 */
public record RegistryServerConfig(Path directory, int port, long minimumFreeBytes) {
    private static final long STANDARD_FREE_BYTES = 64L << 20;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the port or the space is out of range
     */
    public RegistryServerConfig {
        Ports.requireLegal(port);
        DiskSpace.requireLegal(minimumFreeBytes);
    }

    /** On any free port, with 64 MiB of free space at the start. */
    public static RegistryServerConfig in(Path directory) {
        return new RegistryServerConfig(directory, 0, STANDARD_FREE_BYTES);
    }

    /** The same on another port; 0 for any free one. */
    public RegistryServerConfig withPort(int newPort) {
        return new RegistryServerConfig(directory, newPort, minimumFreeBytes);
    }

    /** The same with another least free space in bytes. */
    public RegistryServerConfig withMinimumFreeBytes(long bytes) {
        return new RegistryServerConfig(directory, port, bytes);
    }
}
