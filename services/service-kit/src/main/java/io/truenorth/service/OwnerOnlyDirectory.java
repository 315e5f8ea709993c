package io.truenorth.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Restricts directories to their owner (mode 700), whatever the permissions of the files within. */
public final class OwnerOnlyDirectory {
    private OwnerOnlyDirectory() {}

    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnlyDirectory.class);
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

    /**
     * Restricts a directory to its owner on POSIX file systems; does nothing if it is absent. A directory owned by
     * another user, such as a mounted volume, is left unchanged with a warning.
     */
    public static void close(Path directory) {
        PosixFileAttributeView access = Files.getFileAttributeView(directory, PosixFileAttributeView.class);
        try {
            if (access != null
                    && Files.isDirectory(directory)
                    && !OWNERS.containsAll(access.readAttributes().permissions())) {
                access.setPermissions(OWNERS);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be closed to other users: {}", directory, e.toString());
        }
    }
}
