package io.truenorth.embedded;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks the free disk space before a start, as a broker on a full disk fails with less clear errors. */
final class DiskSpace {
    private DiskSpace() {}

    static void requireLegal(long minimumFreeBytes) {
        if (minimumFreeBytes < 0) {
            throw new IllegalArgumentException("expected at least 0 free bytes, was " + minimumFreeBytes);
        }
    }

    /**
     * Requires usable space on the disk of a directory, which need not exist yet.
     *
     * @throws StartRefusedException if it has less
     */
    static void require(Path directory, long bytes, String who) {
        long usable = usableBytes(directory);
        if (usable < bytes) {
            throw new StartRefusedException(
                    Reason.DISK_FULL,
                    "the disk of " + directory.toAbsolutePath() + " has " + mebibytes(usable) + " MiB free, and the "
                            + who + " needs " + mebibytes(bytes)
                            + " MiB to start: free some space, or choose a directory on another disk");
        }
    }

    private static long usableBytes(Path directory) {
        Path existing = directory.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot determine the free space of " + directory, e);
        }
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}
