package io.truenorth.embedded;

import java.nio.file.Path;

/**
 * How a {@link LocalRegistry} runs.
 *
 * @param directory where its database and its log are; made if absent
 * @param port where clients connect, on loopback; 0 for any free port
 * @param minimumFreeBytes the least space on the disk to start with
 */
public record RegistryConfig(Path directory, int port, long minimumFreeBytes) {
    private static final long STANDARD_FREE_BYTES = 64L << 20;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the port or the space is out of range
     */
    public RegistryConfig {
        Ports.requireLegal(port);
        DiskSpace.requireLegal(minimumFreeBytes);
    }

    /** On any free port, with 64 MiB of free space at the start. */
    public static RegistryConfig in(Path directory) {
        return new RegistryConfig(directory, 0, STANDARD_FREE_BYTES);
    }

    /** The same on another port; 0 for any free one. */
    public RegistryConfig withPort(int newPort) {
        return new RegistryConfig(directory, newPort, minimumFreeBytes);
    }

    /** The same with another least free space in bytes. */
    public RegistryConfig withMinimumFreeBytes(long bytes) {
        return new RegistryConfig(directory, port, bytes);
    }
}
