package io.truenorth.cli.privacy.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportWriterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ExportWriter writer = new ExportWriter(out);

    @Test
    void theTypeOfALineIsWhatItIsARecordOf() throws IOException {
        writer.write(
                "identity-event",
                "0-17",
                IdentityEvent.newBuilder()
                        .setCustomer("crm:c-17")
                        .setType(IdentityEventType.JOINED)
                        .setIdentities(List.of("card:4711"))
                        .setOccurredAt(1L)
                        .setAt(1L)
                        .build());

        JsonNode line = new ObjectMapper().readTree(out.toByteArray());
        assertThat(line.get("type").asText()).isEqualTo("identity-event");
        assertThat(line.get("event").asText()).isEqualTo("JOINED");
        assertThat(line.get("position").asText()).isEqualTo("0-17");
        assertThat(line.get("occurredAtUtc").asText()).isEqualTo("1970-01-01T00:00:00.001Z");
        assertThat(writer.counts()).isEqualTo(Map.of("identity-event", 1L));
    }
}
