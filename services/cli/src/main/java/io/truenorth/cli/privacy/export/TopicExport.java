package io.truenorth.cli.privacy.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.cli.privacy.trace.IdentityTraces;
import io.truenorth.cli.privacy.trace.Trace.Form;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.Touchpoint;
import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.RecordsUpToNow;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;

/** Exports what the topics have of a person. */
public final class TopicExport implements Closeable {
    private final Deployment deployment;
    private final DataSubject person;
    private final IdentityTraces traces;
    private final RecordSerdes serdes;
    private final ExportWriter out;

    /** @param traces of the person's identities */
    public TopicExport(Deployment deployment, DataSubject person, IdentityTraces traces, ExportWriter out) {
        this.deployment = deployment;
        this.person = person;
        this.traces = traces;
        this.serdes = deployment.registry().serdes();
        this.out = out;
    }

    /**
     * Writes everything.
     *
     * @param progress receives the name of each topic before it is read
     */
    public void write(Consumer<String> progress) {
        writeTouchpoints(progress);
        writeLatest("score", Topics.RELATIONSHIP_SCORES, progress);
        writeRedirects(progress);
        writeAll("transition", Topics.STAGE_TRANSITIONS, progress);
        writeAll("identity-event", Topics.IDENTITY_EVENTS, progress);
        writeAll("request", Topics.IDENTITY_REQUESTS, progress);
        writeFailed(progress);
        writeReceipts(progress);
    }

    /** Events of the identities, and those that name no identity but an object of the person's. */
    private void writeTouchpoints(Consumer<String> progress) {
        Set<String> references = new TreeSet<>();
        each(Topics.TOUCHPOINTS, traces, progress, (position, touchpoint) -> {
            if (isOfThePerson(touchpoint)) {
                out.write("touchpoint", position, touchpoint);
                touchpoint
                        .getReferences()
                        .forEach(reference -> references.add(reference.getType() + ":" + reference.getId()));
            }
        });
        references.forEach(
                reference -> out.write("reference", ExportWriter.object().put("reference", reference)));
        if (!references.isEmpty()) {
            IdentityTraces ofObjects = new IdentityTraces(references, Map.of(), Set.of());
            each(Topics.TOUCHPOINTS, ofObjects, progress, (position, touchpoint) -> {
                if (touchpoint.getIdentities().isEmpty() && isAboutFirst(touchpoint, references)) {
                    out.write("touchpoint", position, touchpoint);
                }
            });
        }
    }

    private boolean isOfThePerson(Touchpoint touchpoint) {
        return touchpoint.getIdentities().stream()
                .anyMatch(
                        identity -> person.identities().contains(identity.getNamespace() + ":" + identity.getValue()));
    }

    private static boolean isAboutFirst(Touchpoint touchpoint, Set<String> references) {
        return touchpoint.getReferences().stream()
                .limit(1)
                .anyMatch(reference -> references.contains(reference.getType() + ":" + reference.getId()));
    }

    private <V extends SpecificRecordBase> void writeAll(
            String type, Topic<String, V> topic, Consumer<String> progress) {
        each(topic, traces, progress, (position, value) -> out.write(type, position, value));
    }

    private <V extends SpecificRecordBase> void writeLatest(
            String type, Topic<String, V> topic, Consumer<String> progress) {
        Topic<String, V> here = deployment.topics().topic(topic);
        Map<String, ConsumerRecord<byte[], byte[]>> latest = latest(here.name(), progress);
        try (Deserializer<V> reader = serdes.value(here).deserializer()) {
            latest.values()
                    .forEach(record ->
                            out.write(type, position(record), reader.deserialize(here.name(), record.value())));
        }
    }

    private void writeRedirects(Consumer<String> progress) {
        String topic = deployment.topics().topic(Topics.CUSTOMER_REDIRECTS).name();
        latest(topic, progress)
                .forEach((key, record) -> out.write(
                        "redirect", ExportWriter.object().put("from", key).put("to", text(record.value()))));
    }

    /** The latest record of each of the person's identities. */
    private Map<String, ConsumerRecord<byte[], byte[]>> latest(String topic, Consumer<String> progress) {
        Map<String, ConsumerRecord<byte[], byte[]>> latest = new LinkedHashMap<>();
        progress.accept(topic);
        RecordsUpToNow.ofTopic(deployment, topic, record -> {
            String key = text(record.key());
            if (person.identities().contains(key)) {
                if (record.value() == null) {
                    latest.remove(key);
                } else {
                    latest.put(key, record);
                }
            }
        });
        return latest;
    }

    private <V extends SpecificRecordBase> void each(
            Topic<String, V> topic, IdentityTraces wanted, Consumer<String> progress, BiConsumer<String, V> visitor) {
        Topic<String, V> here = deployment.topics().topic(topic);
        progress.accept(here.name());
        try (Deserializer<V> reader = serdes.value(here).deserializer()) {
            RecordsUpToNow.ofTopic(deployment, here.name(), record -> {
                if (record.value() != null && (has(wanted, record.key()) || has(wanted, record.value()))) {
                    read(reader, here.name(), record.value())
                            .ifPresent(value -> visitor.accept(position(record), value));
                }
            });
        }
    }

    private static <V> Optional<V> read(Deserializer<V> reader, String topic, byte[] value) {
        try {
            return Optional.of(reader.deserialize(topic, value));
        } catch (KafkaException e) {
            // It is among the failed records.
            return Optional.empty();
        }
    }

    private static boolean has(IdentityTraces wanted, byte[] bytes) {
        return bytes != null && wanted.in(bytes).stream().anyMatch(trace -> trace.form() == Form.PLAIN);
    }

    /** A body that names a value alone may be another's, and says so. */
    private void writeFailed(Consumer<String> progress) {
        String topic = deployment.topics().topic(Topics.TOUCHPOINTS_FAILED).name();
        progress.accept(topic);
        RecordsUpToNow.ofTopic(deployment, topic, record -> {
            boolean plain = has(traces, record.key()) || has(traces, record.value());
            boolean possible = record.value() != null
                    && traces.in(record.value()).stream().anyMatch(trace -> trace.form() == Form.VALUE);
            if (plain || possible) {
                out.write("failed", failed(record).put("certain", plain));
            }
        });
    }

    private static ObjectNode failed(ConsumerRecord<byte[], byte[]> record) {
        FailedTouchpoint failure = FailedTouchpoint.read(record.headers());
        ObjectNode line = ExportWriter.object()
                .put("position", position(record))
                .put("reason", failure.reason())
                .put("path", failure.path())
                .put("message", failure.message())
                .put("source", failure.source())
                .put("at", Instant.ofEpochMilli(failure.timestamp()).toString());
        byte[] body = record.value();
        Optional<String> readable = body == null ? Optional.empty() : utf8(body);
        if (readable.isPresent()) {
            return line.put("body", readable.get());
        }
        return body == null ? line : line.put("bodyBase64", Base64.getEncoder().encodeToString(body));
    }

    private void writeReceipts(Consumer<String> progress) {
        Topic<String, PrivacyReceipt> topic = deployment.topics().topic(Topics.PRIVACY_RECEIPTS);
        progress.accept(topic.name());
        try (Deserializer<PrivacyReceipt> reader = serdes.value(topic).deserializer()) {
            RecordsUpToNow.ofTopic(deployment, topic.name(), record -> {
                if (record.value() != null) {
                    var receipt = reader.deserialize(topic.name(), record.value());
                    if (receipt.getIdentities().stream().anyMatch(traces.hashes()::contains)) {
                        out.write("receipt", position(record), receipt);
                    }
                }
            });
        }
    }

    private static String position(ConsumerRecord<?, ?> record) {
        return record.partition() + "-" + record.offset();
    }

    private static String text(byte[] utf8) {
        return utf8 == null ? "" : new String(utf8, StandardCharsets.UTF_8);
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

    @Override
    public void close() throws IOException {
        serdes.registry().close();
    }
}
