package io.truenorth.cli.failed;

import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.RecordsUpToNow;
import io.truenorth.schemas.FailedId;
import io.truenorth.schemas.FailureResolution;
import io.truenorth.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The failed records of a deployment. Their resolutions are held in memory, the records are not. */
public final class FailedRecords {
    private final Deployment deployment;
    private final Map<FailedId, FailureResolution> resolutions = new HashMap<>();

    /** Reads the resolutions. */
    public FailedRecords(Deployment deployment) {
        this.deployment = deployment;
        RecordsUpToNow.ofTopic(
                deployment, deployment.topics().topic(Topics.FAILED_RESOLVED).name(), this::note);
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        text(record.key())
                .flatMap(FailedId::parse)
                .ifPresent(id -> text(record.value())
                        .flatMap(FailureResolution::parse)
                        .ifPresent(resolution -> resolutions.put(id, resolution)));
    }

    private static Optional<String> text(byte[] utf8) {
        return utf8 == null ? Optional.empty() : Optional.of(new String(utf8, StandardCharsets.UTF_8));
    }

    /**
     * Visits the records that a filter accepts, in order by partition, up to now. If it has ids, only those records are read.
     *
     * @throws MissingRecordException if the record of an id is missing, before any record is visited
     */
    public void show(FailedFilter filter, Consumer<FailedRecord> visitor) {
        String topic = deployment.topics().topic(Topics.TOUCHPOINTS_FAILED).name();
        if (filter.ids().isEmpty()) {
            RecordsUpToNow.ofTopic(deployment, topic, record -> show(record, filter, visitor));
        } else {
            named(topic, filter.ids()).forEach(record -> show(record, filter, visitor));
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> named(String topic, Set<FailedId> ids) {
        try (var consumer = deployment.bytesReader("truenorth-read")) {
            return new NamedRecords(consumer, topic).find(ids);
        }
    }

    private void show(ConsumerRecord<byte[], byte[]> record, FailedFilter filter, Consumer<FailedRecord> visitor) {
        FailedRecord failed = FailedRecord.of(record, resolutions);
        if (filter.accepts(failed)) {
            visitor.accept(failed);
        }
    }
}
