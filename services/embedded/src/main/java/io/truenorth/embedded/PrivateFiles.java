package io.truenorth.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** Files and directories that nobody but their owner reads, whatever the umask is. */
public final class PrivateFiles {
    private static final String DIRECTORY = "rwx------";
    private static final String FILE = "rw-------";
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString(DIRECTORY);

    private PrivateFiles() {}

    /** Makes a directory, with those above it that are absent, closed to others. One that is there stays as it is. */
    public static void createDirectories(Path directory) throws IOException {
        if (isPosix(nearest(directory))) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNERS));
        } else {
            Files.createDirectories(directory);
        }
    }

    private static Path nearest(Path directory) {
        Path existing = directory.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }

    /** Takes from others what they may do with a directory and all that is in it, which an earlier run may have let them. */
    public static void close(Path directory) throws IOException {
        if (!isPosix(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                takeFromOthers(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void takeFromOthers(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.removeIf(permission -> !OWNERS.contains(permission))) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    /** Makes an empty file that is closed to others from its first moment on, in the place of one that is there. */
    public static void create(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (isPosix(nearest(file))) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FILE)));
        } else {
            Files.createFile(file);
        }
    }

    /** Windows has other means; there a home directory is its owner's. */
    private static boolean isPosix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
