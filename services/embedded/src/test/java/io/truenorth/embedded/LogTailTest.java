package io.truenorth.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    private Path directory;

    @Test
    void showsTheLastLines() throws IOException {
        List<String> lines =
                IntStream.rangeClosed(1, 100).mapToObj(i -> "line " + i).toList();
        Path log = Files.write(directory.resolve("registry.log"), lines);

        assertThat(LogTail.of(log))
                .startsWith("its log " + log + " ends with:")
                .contains("line 86")
                .doesNotContain("line 85")
                .endsWith("line 100");
    }

    @Test
    void saysSoWhereThereIsNone() throws IOException {
        Path log = directory.resolve("registry.log");

        assertThat(LogTail.of(log)).contains("cannot be read");
        assertThat(LogTail.of(Files.createFile(log))).endsWith("is empty");
    }

    @Test
    void leavesTheFramesOfStackTracesOut() throws IOException {
        Path log = Files.writeString(
                directory.resolve("registry.log"), "Caused by: x\n\tat a.B.c(B.java:1)\n\t... 15 more\n");

        assertThat(LogTail.of(log)).endsWith("Caused by: x");
    }
}
