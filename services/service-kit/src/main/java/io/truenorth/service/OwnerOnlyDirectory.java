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

/** Directories whose owner alone gets in, so that the permissions of what is in them do not matter. */
public final class OwnerOnlyDirectory {
    private OwnerOnlyDirectory() {}

    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnlyDirectory.class);
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

    /**
     * Closes a directory to others, where the file system knows of them; nothing happens if it is absent. One that belongs to
     * somebody else, such as a mounted volume, stays as it is, with a warning.
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
