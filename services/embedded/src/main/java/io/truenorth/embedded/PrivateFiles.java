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

/** Creates files and directories that only their owner can access, regardless of the umask. */
public final class PrivateFiles {
    private static final String DIRECTORY = "rwx------";
    private static final String FILE = "rw-------";
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString(DIRECTORY);

    private PrivateFiles() {}

    /** Creates a directory and its missing parents, accessible only to the owner. Existing directories are not changed. */
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

    /** Removes the permissions of group and others from a directory and its contents. */
    public static void close(Path directory) throws IOException {
        if (!isPosix(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                restrictToOwner(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void restrictToOwner(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.removeIf(permission -> !OWNERS.contains(permission))) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    /** Creates an empty file that is accessible only to the owner from the start. Replaces an existing file. */
    public static void create(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (isPosix(nearest(file))) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FILE)));
        } else {
            Files.createFile(file);
        }
    }

    /** Windows has no POSIX permissions; a home directory belongs to its owner there. */
    private static boolean isPosix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
