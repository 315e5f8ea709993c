package io.truenorth.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    private Path directory;

    @Test
    void whatIsMadeIsItsOwnersAlone() throws IOException {
        PrivateFiles.createDirectories(directory.resolve("a/b"));
        PrivateFiles.create(directory.resolve("a/b/file"));

        assertThat(permissions("a")).isEqualTo("rwx------");
        assertThat(permissions("a/b")).isEqualTo("rwx------");
        assertThat(permissions("a/b/file")).isEqualTo("rw-------");
    }

    @Test
    void aDirectoryThatIsThereIsLeftToItsOwner() throws IOException {
        Path shared = Files.createDirectory(directory.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxr-x"));

        PrivateFiles.createDirectories(shared);
        DirectoryLock.hold(shared).close();

        assertThat(permissions("shared")).isEqualTo("rwxrwxr-x");
    }

    @Test
    void whatAnEarlierRunLeftOpenIsClosedWithAllThatIsInIt() throws IOException {
        Path file = Files.createFile(
                Files.createDirectories(directory.resolve("data/kafka")).resolve("00000.log"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Path elsewhere = Files.createFile(directory.resolve("elsewhere"));
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createSymbolicLink(directory.resolve("data/link"), elsewhere);

        PrivateFiles.close(directory.resolve("data"));

        assertThat(permissions("data/kafka")).isEqualTo("rwx------");
        assertThat(permissions("data/kafka/00000.log")).isEqualTo("rw-------");
        assertThat(permissions("elsewhere")).as("behind a link").isEqualTo("rw-r--r--");
    }

    private String permissions(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(path)));
    }
}
