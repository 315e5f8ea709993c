package io.truenorth.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormerTasksTest {
    @Test
    void theStoresOfAFormerTopologyAreDeleted(@TempDir Path state) throws IOException {
        for (String task : List.of("0_0", "0_11", "1_0", "1_11")) {
            aTask(state, task);
        }
        Files.writeString(state.resolve("kafka-streams-process-metadata"), "{}");

        FormerTasks.delete(state);

        assertThat(state)
                .isDirectoryNotContaining(path -> path.getFileName().toString().contains("_"));
        assertThat(state.resolve("kafka-streams-process-metadata")).exists();
    }

    @Test
    void thoseOfThisTopologyStay(@TempDir Path state) throws IOException {
        aTask(state, "0_0");
        aTask(state, "0_11");

        FormerTasks.delete(state);

        assertThat(state.resolve("0_0/rocksdb/store/CURRENT")).exists();
        assertThat(state.resolve("0_11/rocksdb/store/CURRENT")).exists();
    }

    private static void aTask(Path state, String task) throws IOException {
        Files.createDirectories(state.resolve(task + "/rocksdb/store"));
        Files.writeString(state.resolve(task + "/rocksdb/store/CURRENT"), "MANIFEST");
    }

    @Test
    void aNewInstanceHasNoDirectory(@TempDir Path state) {
        FormerTasks.delete(state.resolve("absent"));

        assertThat(state.resolve("absent")).doesNotExist();
    }
}
