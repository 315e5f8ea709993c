package io.truenorth.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningSystemTest {
    private static final SystemAddresses ADDRESSES = new SystemAddresses(
            "127.0.0.1:9092",
            "http://127.0.0.1:8081/apis/ccompat/v7",
            URI.create("http://127.0.0.1:8080"),
            URI.create("http://127.0.0.1:8082"),
            URI.create("http://127.0.0.1:8083"));

    @TempDir
    private Path directory;

    @Test
    void aSystemIsFoundWhileItRuns() {
        assertThat(RunningSystem.find(directory)).isEmpty();

        RunningSystem.announce(directory, ADDRESSES);
        assertThat(RunningSystem.find(directory)).contains(ADDRESSES);

        RunningSystem.withdraw(directory);
        assertThat(RunningSystem.find(directory)).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftBehindMisleadsNobody() throws Exception {
        RunningSystem.announce(directory, ADDRESSES);
        Path file = directory.resolve("running.properties");
        String ours = Files.readString(file);

        Files.writeString(file, ours.replaceAll("process=.*", "process=999999999"));
        assertThat(RunningSystem.find(directory)).as("nobody has the id").isEmpty();

        Files.writeString(file, ours.replaceAll("started=.*", "started=2001-01-01T00\\\\:00\\\\:00Z"));
        assertThat(RunningSystem.find(directory)).as("another has the id now").isEmpty();

        Files.writeString(file, "half a file");
        assertThat(RunningSystem.find(directory)).isEmpty();
    }
}
