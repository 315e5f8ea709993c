package io.truenorth.cli.privacy.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.cli.privacy.export.FailedBodies.Ownership;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Exports the failed records of a person, and those that may be the person's. */
final class FailedExport {
    private static final byte[] NOTHING = new byte[0];

    private final TopicRecords records;
    private final FailedBodies bodies;
    private final ExportWriter out;

    FailedExport(TopicRecords records, FailedBodies bodies, ExportWriter out) {
        this.records = records;
        this.bodies = bodies;
        this.out = out;
    }

    void write() {
        records.eachBytes(Topics.TOUCHPOINTS_FAILED, record -> {
            byte[] body = record.value() == null ? NOTHING : record.value();
            Ownership ownership = bodies.of(TopicRecords.text(record.key()), body);
            if (ownership != Ownership.NONE) {
                out.write("failed", line(record, body).put("certain", ownership == Ownership.CERTAIN));
            }
        });
    }

    private static ObjectNode line(ConsumerRecord<byte[], byte[]> record, byte[] body) {
        FailedTouchpoint failure = FailedTouchpoint.read(record.headers());
        ObjectNode line = ExportWriter.object()
                .put("position", TopicRecords.position(record))
                .put("reason", failure.reason())
                .put("path", failure.path())
                .put("message", failure.message())
                .put("source", failure.source())
                .put("at", Instant.ofEpochMilli(failure.timestamp()).toString());
        if (body.length == 0) {
            return line;
        }
        Optional<String> readable = utf8(body);
        return readable.isPresent()
                ? line.put("body", readable.get())
                : line.put("bodyBase64", Base64.getEncoder().encodeToString(body));
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
