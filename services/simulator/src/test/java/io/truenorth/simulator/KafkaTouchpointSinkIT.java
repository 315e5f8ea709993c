package io.truenorth.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.truenorth.contract.Touchpoint;
import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.producer.TouchpointProducer;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.testsupport.EmbeddedPlatformExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedPlatformExtension.class)
class KafkaTouchpointSinkIT {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Topic<String, Touchpoint> TOPIC = TopicCatalogue.standard()
            .withPrefix("kafka-sender-")
            .withAgreedPartitions(3)
            .topic(Topics.TOUCHPOINTS);

    @Test
    void whatIsSentIsReadBackInOrderOfEachIdentity(EmbeddedPlatform platform) throws Exception {
        RecordSerdes serdes = RecordSerdes.on(platform.registryUrl(), platform.registryProperties());
        serdes.registry().register(TOPIC.valueSubject(), new AvroSchema(Touchpoint.getClassSchema()));
        createTopic(platform);
        Map<String, String> sentLast = new HashMap<>();
        int[] sent = new int[1];
        try (KafkaTouchpointSink sender = sender(platform, serdes)) {
            new Simulation(SimulationConfig.of(8, 300, START))
                    .forEachUntil(START.plus(Duration.ofDays(365)).toEpochMilli(), touch -> {
                        sender.send(touch);
                        sentLast.put(touch.key(), touch.eventId());
                        sent[0]++;
                    });
            sender.flush();
        }

        Map<String, String> readLast = new HashMap<>();
        int[] read = new int[1];
        try (Consumer<String, Touchpoint> consumer = consumer(platform, serdes)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    readLast.put(record.key(), record.value().getEventId());
                    read[0]++;
                });
                return read[0] >= sent[0];
            });
        }
        assertThat(read[0]).isEqualTo(sent[0]).isGreaterThan(1_000);
        assertThat(readLast).isEqualTo(sentLast);
    }

    private static KafkaTouchpointSink sender(EmbeddedPlatform platform, RecordSerdes serdes) {
        Map<String, String> kafka = Map.of("bootstrap.servers", platform.bootstrapServers());
        return new KafkaTouchpointSink(TouchpointProducer.on(kafka, serdes, TOPIC), InstantSource.system());
    }

    private static void createTopic(EmbeddedPlatform platform) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC.name(), TOPIC.partitions(), (short) 1)))
                    .all()
                    .get();
        }
    }

    private static Consumer<String, Touchpoint> consumer(EmbeddedPlatform platform, RecordSerdes serdes) {
        Consumer<String, Touchpoint> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers(), "auto.offset.reset", "earliest"),
                serdes.key(TOPIC).deserializer(),
                serdes.value(TOPIC).deserializer());
        consumer.assign(IntStream.range(0, TOPIC.partitions())
                .mapToObj(partition -> new TopicPartition(TOPIC.name(), partition))
                .toList());
        return consumer;
    }
}
