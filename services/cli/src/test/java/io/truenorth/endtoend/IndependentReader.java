package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.deployment.Deployment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reader of our topics in another language, with a Kafka client and an Avro that share no code with ours. */
final class IndependentReader {
    private static final String REQUIRED = "TRUENORTH_REQUIRE_INDEPENDENT_DECODER";
    private static final Path SCRIPT = Path.of("src/test/python/read_topics.py");
    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

    private final String python;

    private IndependentReader(String python) {
        this.python = python;
    }

    /** The reader, where this machine has what it needs; where it is required, that must be so. */
    static Optional<IndependentReader> find() {
        for (String python : PYTHONS) {
            try {
                run(List.of(python, "-c", "import avro.io, confluent_kafka"));
                return Optional.of(new IndependentReader(python));
            } catch (IOException e) {
                // The next one may have it.
            }
        }
        String message = "no Python with avro and confluent_kafka"
                + " (apt-get install python3-avro python3-confluent-kafka) among " + PYTHONS;
        if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
            return fail(message + ", and " + REQUIRED + " is true");
        }
        System.out.println("independent reader skipped: " + message);
        return Optional.empty();
    }

    /** The last value of every key of a topic. */
    Map<String, JsonNode> lastValues(Deployment deployment, String topic) throws IOException {
        Map<String, JsonNode> values = new HashMap<>();
        String output = run(List.of(
                python,
                SCRIPT.toString(),
                deployment.kafka().bootstrapServers(),
                deployment.registry().url(),
                topic));
        for (String line : output.lines().toList()) {
            JsonNode record = new ObjectMapper().readTree(line);
            values.put(record.get("key").asText(), record.get("value"));
        }
        return values;
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command + " was interrupted", e);
        }
        return output;
    }
}
