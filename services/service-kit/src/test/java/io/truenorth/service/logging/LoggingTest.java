package io.truenorth.service.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LoggingTest {

    private static final String ADVICE =
            "Existing internal topic customers-changelog has invalid partitions: expected: 8;"
                    + " actual: 9. Use 'org.apache.kafka.tools.StreamsResetter' tool to clean up invalid topics before processing.";

    private final PrintStream standard = System.out;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @AfterEach
    void restore() {
        System.setOut(standard);
        Logging.configure(new LoggingConfig(LogFormat.TEXT, LogLevel.WARN));
    }

    @Test
    void writesOneJsonObjectALine() throws Exception {
        configure(LogFormat.JSON, LogLevel.INFO);

        LoggerFactory.getLogger("io.truenorth.test").info("{} runs", "gateway");

        JsonNode line = new ObjectMapper().readTree(lines());
        assertThat(line.get("formattedMessage").asText()).isEqualTo("gateway runs");
        assertThat(line.get("level").asText()).isEqualTo("INFO");
        assertThat(line.has("timestamp")).isTrue();
    }

    @Test
    void writesTextForPeople() {
        configure(LogFormat.TEXT, LogLevel.INFO);

        LoggerFactory.getLogger("io.truenorth.test").info("gateway runs");

        assertThat(lines()).matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO {2}test +gateway runs\\R");
    }

    @Test
    void hearsLibrariesFromWarningsOn() {
        configure(LogFormat.TEXT, LogLevel.DEBUG);

        LoggerFactory.getLogger("org.apache.kafka.Test").info("chatter");
        LoggerFactory.getLogger("io.truenorth.test").debug("detail");

        assertThat(lines()).contains("detail").doesNotContain("chatter");
    }

    @Test
    void writesToAFileAloneWhereOneIsNamed(@TempDir Path directory) throws Exception {
        configure(LogFormat.TEXT, LogLevel.INFO);
        Path file = directory.resolve("service.log");

        Logging.toFile(file, LogLevel.INFO);
        LoggerFactory.getLogger("io.truenorth.test").info("gateway runs");
        LoggerFactory.getLogger("org.apache.kafka.Test").info("chatter");

        assertThat(Files.readString(file)).contains("gateway runs").doesNotContain("chatter");
        assertThat(lines()).isEmpty();
    }

    @Test
    void whatWouldDeleteEveryLedgerIsAdvisedNowhere() {
        configure(LogFormat.TEXT, LogLevel.INFO);
        IllegalStateException advice = new IllegalStateException("wrapped", new IllegalStateException(ADVICE));

        LoggerFactory.getLogger("org.apache.kafka.Test").error(ADVICE);
        LoggerFactory.getLogger("org.apache.kafka.Test").error("a thread ends: {}", ADVICE);
        LoggerFactory.getLogger("io.truenorth.test").error("failed", advice);
        LoggerFactory.getLogger("io.truenorth.test").error("another failure", new IllegalStateException("of its own"));

        assertThat(lines()).contains("another failure").doesNotContain("StreamsResetter");
    }

    @Test
    void isSilentOnDemand() {
        configure(LogFormat.TEXT, LogLevel.INFO);

        Logging.silence();
        LoggerFactory.getLogger("io.truenorth.test").error("nobody hears");

        assertThat(lines()).isEmpty();
    }

    private void configure(LogFormat format, LogLevel level) {
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        Logging.configure(new LoggingConfig(format, level));
    }

    private String lines() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
