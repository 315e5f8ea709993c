package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.contender.Clients;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.deployment.RecordsUpToNow;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts what is read when stores are rebuilt. */
final class ChangelogRows {
    private ChangelogRows() {}

    /** Returns the number of records in an application's changelogs, as far as they are not compacted away. */
    static long count(Platform platform, String applicationId) throws InterruptedException, ExecutionException {
        Map<String, Object> config = Clients.of(Clients.CONSUMER, platform.bootstrapServers());
        config.put("isolation.level", "read_committed");
        Set<TopicPartition> changelogs = platform.changelogSizes(applicationId).keySet();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(changelogs);
            consumer.seekToBeginning(changelogs);
            AtomicLong rows = new AtomicLong();
            RecordsUpToNow.show(consumer, consumer.endOffsets(changelogs), row -> rows.incrementAndGet());
            return rows.get();
        }
    }
}
