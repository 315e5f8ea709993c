package io.truenorth.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
    @TempDir
    private Path directory;

    @Test
    void anExportIsForWhoMadeItAlsoWhereAnotherFileWasBefore() throws IOException {
        Path place = Files.writeString(directory.resolve("scores.jsonl"), "old");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-r--r--"));

        try (ResultFile file = ResultFile.at(place)) {
            file.out().write('n');
            file.complete();
        }

        assertThat(place).hasContent("n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rw-------");
    }
}
