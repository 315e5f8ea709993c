package io.truenorth.cli.privacy.trace;

import io.truenorth.cli.privacy.trace.Finding.Kind;
import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.RecordsUpToNow;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads every record of a topic that its brokers still have, those of aborted transactions too. */
final class TopicScan {
    private static final int BETWEEN_NOTES = 10_000;

    private final String topic;
    private final TopicSettings settings;
    private final IdentityTraces traces;
    private final Function<byte[], Optional<Instant>> beginning;
    private final List<Finding> findings = new ArrayList<>();
    /** The findings of the latest record of a key, by partition and key. */
    private final Map<Key, List<Integer>> latest = new HashMap<>();

    private long records;

    private record Key(int partition, ByteBuffer bytes) {}

    /**
     * A scan of a topic.
     *
     * @param beginning when a value, an event or a request, may begin a relationship; empty if it does not
     */
    TopicScan(
            String topic,
            TopicSettings settings,
            IdentityTraces traces,
            Function<byte[], Optional<Instant>> beginning) {
        this.topic = topic;
        this.settings = settings;
        this.traces = traces;
        this.beginning = beginning;
    }

    /** @param progress receives the number of records now and then */
    List<Finding> run(Deployment deployment, LongConsumer progress) {
        Map<String, Object> reader = new HashMap<>(deployment.reader("truenorth-verify"));
        reader.put("isolation.level", "read_uncommitted");
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(reader, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            RecordsUpToNow.showAll(consumer, partitions, record -> {
                take(record);
                records++;
                if (records % BETWEEN_NOTES == 0) {
                    progress.accept(records);
                }
            });
        }
        return findings;
    }

    long records() {
        return records;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        Key key = new Key(record.partition(), ByteBuffer.wrap(record.key() == null ? new byte[0] : record.key()));
        if (settings.compacted()) {
            List<Integer> before = latest.remove(key);
            if (before != null) {
                before.forEach(
                        index -> findings.set(index, findings.get(index).replaced(settings.removalOfReplaced(at))));
            }
        }
        Map<TraceName, FoundIn> found = found(record);
        if (found.isEmpty()) {
            return;
        }
        List<Integer> added = new ArrayList<>();
        found.values().forEach(where -> {
            added.add(findings.size());
            findings.add(finding(record, where, at));
        });
        if (settings.compacted()) {
            latest.put(key, added);
        }
    }

    private Finding finding(ConsumerRecord<byte[], byte[]> record, FoundIn where, Instant at) {
        boolean tombstone = settings.compacted() && record.value() == null;
        Kind kind = settings.compacted() ? (tombstone ? Kind.TOMBSTONE : Kind.TABLE) : Kind.LOG;
        return new Finding(
                topic,
                record.partition() + "-" + record.offset(),
                List.copyOf(where.parts()),
                where.trace(),
                kind,
                Optional.of(at),
                record.value() == null ? Optional.empty() : beginning.apply(record.value()),
                tombstone ? settings.removalOfTombstone(at) : settings.removalOf(at));
    }

    /** An identity in one form. */
    private record TraceName(String identity, Trace.Form form) {}

    /** The parts of a record that have it. */
    private record FoundIn(Trace trace, List<String> parts) {}

    private Map<TraceName, FoundIn> found(ConsumerRecord<byte[], byte[]> record) {
        Map<TraceName, FoundIn> found = new LinkedHashMap<>();
        if (record.key() != null) {
            List<Trace> inKey = traces.in(record.key());
            inKey.forEach(trace -> note(trace, "key", found));
            if (inKey.isEmpty()) {
                traces.ofKey(record.key()).ifPresent(trace -> note(trace, "key", found));
            }
        }
        if (record.value() != null) {
            traces.in(record.value()).forEach(trace -> note(trace, "value", found));
        }
        for (Header header : record.headers()) {
            if (header.value() != null) {
                traces.in(header.value()).forEach(trace -> note(trace, "header " + header.key(), found));
            }
        }
        return found;
    }

    private static void note(Trace trace, String part, Map<TraceName, FoundIn> found) {
        found.computeIfAbsent(
                        new TraceName(trace.identity(), trace.form()), name -> new FoundIn(trace, new ArrayList<>()))
                .parts()
                .add(part);
    }
}
