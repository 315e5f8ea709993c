package io.truenorth.embedded;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Locks a directory for this process. It is a lock of the operating system, which releases it when the process ends, also
 * after {@code kill -9}; the file {@code owner} beside it names the process for error messages.
 */
public final class DirectoryLock implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String OWNER = "owner";

    private final FileChannel channel;
    private final Path owner;

    private DirectoryLock(FileChannel channel, Path owner) {
        this.channel = channel;
        this.owner = owner;
    }

    /**
     * Locks a directory. It is created if absent, with permissions for its owner only.
     *
     * @throws StartRefusedException if it is locked already, or cannot be created or written
     */
    public static synchronized DirectoryLock hold(Path directory) {
        try {
            PrivateFiles.createDirectories(directory);
            Path owner = directory.resolve(OWNER);
            // A lock of this process is detected by the owner file: opening and closing the lock file would release it.
            if (readOwner(owner).equals(thisProcess())) {
                throw inUse(directory, "this process");
            }
            FileChannel channel = lock(directory);
            if (channel == null) {
                throw inUse(directory, described(readOwner(owner)));
            }
            Files.write(owner, thisProcess());
            return new DirectoryLock(channel, owner);
        } catch (ClosedByInterruptException e) {
            throw new StartRefusedException(
                    Reason.INTERRUPTED, "interrupted before the directory " + directory + " was locked", e);
        } catch (IOException e) {
            throw new StartRefusedException(
                    Reason.DIRECTORY_UNUSABLE,
                    "the directory " + directory.toAbsolutePath() + " cannot be created or written (" + e
                            + "): grant this user the permissions, or choose another directory",
                    e);
        }
    }

    private static @Nullable FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() != null) {
            return channel;
        }
        channel.close();
        return null;
    }

    private static List<String> readOwner(Path owner) throws IOException {
        return Files.exists(owner) ? Files.readAllLines(owner) : List.of();
    }

    /** The process id and its start time, as process ids are reused. */
    private static List<String> thisProcess() {
        ProcessHandle self = ProcessHandle.current();
        Instant start = self.info().startInstant().orElse(Instant.EPOCH);
        return List.of(Long.toString(self.pid()), start.toString());
    }

    private static String described(List<String> owner) {
        return owner.size() < 2 ? "another process" : "process " + owner.get(0) + ", which started " + owner.get(1);
    }

    private static StartRefusedException inUse(Path directory, String who) {
        return new StartRefusedException(
                Reason.DIRECTORY_IN_USE,
                "the directory " + directory.toAbsolutePath() + " is in use by " + who
                        + ": stop that process first, or choose another directory");
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(owner);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the directory of " + owner, e);
        }
    }
}
