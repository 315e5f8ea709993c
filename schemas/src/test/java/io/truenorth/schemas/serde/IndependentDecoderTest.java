package io.truenorth.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.truenorth.schemas.SampleRecords;
import io.truenorth.schemas.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Reads a touchpoint written by the serdes with Python's Avro and the released schema. Requires the Python module
 * {@code avro} (Debian: {@code python3-avro}); without it the test is skipped, or fails if {@value #REQUIRED} is true.
 */
class IndependentDecoderTest {
    private static final String REQUIRED = "TRUENORTH_REQUIRE_INDEPENDENT_DECODER";

    /** Debian's Python first: another Python on the path may not see Debian's modules. */
    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

    private static final Path WORK = Path.of("target", "independent-decoder");
    private static final Path SCHEMA = Path.of("src/main/released/touchpoints-value/v3.avsc");
    private static final Path SCRIPT = Path.of("src/test/python/decode_touchpoint.py");

    /** {@link SampleRecords#touchpoint}, field by field. */
    private static final String EXPECTED = """
            {
              "eventId": "refund-17",
              "identities": [
                {"namespace": "crm", "value": "c-1"},
                {"namespace": "email", "value": "9f86d081884c7d65"}
              ],
              "occurredAt": 1772359200000,
              "receivedAt": 1772359200250,
              "channel": "store",
              "kind": "purchase",
              "subject": "crème brûlée",
              "direction": "IN",
              "sentiment": -0.5,
              "money": {"amountMinor": -1999, "currency": "EUR"},
              "attributes": {"region": "north", "tier": "gold"},
              "source": "till-4",
              "retracts": "purchase-17",
              "revision": 2,
              "references": [{"type": "order", "id": "1017"}],
              "consent": {"scoring": true, "activation": null},
              "context": {"page": "/returns"}
            }
            """;

    @Test
    void readsATouchpointThatOurSerdesWrote() throws Exception {
        String python = pythonWithAvro();
        MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
        int id = registry.register(
                Topics.TOUCHPOINTS.valueSubject(), new AvroSchema(Files.readString(SCHEMA, StandardCharsets.UTF_8)));
        Path message = Files.createDirectories(WORK).resolve("touchpoint.bin");
        Files.write(
                message,
                new RecordSerdes(registry)
                        .value(Topics.TOUCHPOINTS)
                        .serializer()
                        .serialize(Topics.TOUCHPOINTS.name(), SampleRecords.touchpoint()));

        JsonNode decoded =
                new ObjectMapper().readTree(run(python, SCRIPT.toString(), SCHEMA.toString(), message.toString()));

        assertThat(decoded.get("schemaId").asInt()).isEqualTo(id);
        assertThat(decoded.get("record")).isEqualTo(new ObjectMapper().readTree(EXPECTED));
    }

    private static String pythonWithAvro() {
        for (String python : PYTHONS) {
            try {
                run(python, "-c", "import avro.io");
                return python;
            } catch (IOException e) {
                // The next Python may have it.
            }
        }
        String message = "no Python with the module avro (apt-get install python3-avro) among " + PYTHONS;
        if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
            return fail(message + ", and " + REQUIRED + " is true");
        }
        System.out.println("independent decoder skipped: " + message);
        return Assumptions.abort(message);
    }

    /** Returns the output of a command. */
    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(List.of(command) + " failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(List.of(command) + " was interrupted", e);
        }
        return output;
    }
}
