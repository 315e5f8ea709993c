package io.truenorth.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories whose owner alone gets in, so that the permissions of what is in them do not matter. */
public final class OwnersOnly {
    private OwnersOnly() {}

    /** Closes a directory to others, where the file system knows of them; nothing happens if it is absent. */
    public static void close(Path directory) {
        PosixFileAttributeView access = Files.getFileAttributeView(directory, PosixFileAttributeView.class);
        try {
            if (access != null && Files.isDirectory(directory)) {
                access.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + directory + " to other users", e);
        }
    }
}
