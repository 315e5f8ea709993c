package io.truenorth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
    @TempDir
    private Path directory;

    @Test
    void isHeldByOneAtATime() {
        try (DirectoryLock held = DirectoryLock.hold(directory)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> DirectoryLock.hold(directory))
                    .isInstanceOfSatisfying(
                            StartRefusedException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.DIRECTORY_IN_USE))
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("this process");
        }

        DirectoryLock.hold(directory).close();
    }

    @Test
    void anotherProcessIsNamedAndLetsGoWhenKilled() throws Exception {
        Process other = OtherProcess.running(HoldsADirectory.class, directory.toString());
        try {
            OtherProcess.awaitLine(other, "held");

            assertThatThrownBy(() -> DirectoryLock.hold(directory))
                    .hasMessageContaining("in use by process " + other.pid());
        } finally {
            other.destroyForcibly().waitFor();
        }

        DirectoryLock.hold(directory).close();
    }

    @Test
    void aFileInItsPlaceIsToldWithWhatToDo() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> DirectoryLock.hold(file))
                .isInstanceOfSatisfying(
                        StartRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DIRECTORY_UNUSABLE))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("choose another directory");
    }

    /** A process that holds a directory until it is killed. */
    static final class HoldsADirectory {
        public static void main(String[] args) throws IOException {
            try (DirectoryLock held = DirectoryLock.hold(Path.of(args[0]))) {
                System.out.println(held == null ? "" : "held");
                OtherProcess.hang();
            }
        }
    }
}
