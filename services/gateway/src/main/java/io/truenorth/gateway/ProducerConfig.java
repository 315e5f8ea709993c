package io.truenorth.gateway;

import io.truenorth.schemas.LargestRecord;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.kafka.KafkaConfig;
import java.time.Duration;
import java.util.Map;

/**
 * How records are written to Kafka.
 *
 * @param linger how long a record waits for others to share a request with
 * @param buffer bytes of records that wait for Kafka; when it is full the answer is 503
 * @param ackTimeout how long an acknowledgement may take before the answer is 503
 */
public record ProducerConfig(Duration linger, long buffer, Duration ackTimeout) {

    private static final int BATCH_BYTES = 1 << 18;
    private static final Duration LONGEST_BLOCK = Duration.ofSeconds(1);

    /** Reads the section {@code gateway.producer}. */
    static ProducerConfig read(ConfigSection section) {
        return new ProducerConfig(
                section.duration(
                        "linger",
                        Duration.ofMillis(5),
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        "How long a record waits for others to share a request to Kafka with."),
                section.size(
                        "buffer",
                        32 << 20,
                        1 << 20,
                        1L << 40,
                        "Records that wait for Kafka; when that many do the answer is 503."),
                section.duration(
                        "ackTimeout",
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(5),
                        "How long Kafka may take to acknowledge before the answer is 503."));
    }

    /** The settings of the producer, by Kafka's names. */
    Map<String, Object> settings(KafkaConfig kafka) {
        int timeout = (int) ackTimeout.toMillis();
        return kafka.client(
                "gateway",
                Map.ofEntries(
                        Map.entry("acks", "all"),
                        Map.entry("enable.idempotence", true),
                        Map.entry("compression.type", "lz4"),
                        Map.entry("linger.ms", linger.toMillis()),
                        Map.entry("batch.size", BATCH_BYTES),
                        Map.entry("buffer.memory", buffer),
                        Map.entry("max.request.size", LargestRecord.LARGE.bytes()),
                        Map.entry("max.block.ms", LONGEST_BLOCK.toMillis()),
                        Map.entry("delivery.timeout.ms", timeout),
                        // Half of it, so that a request that is lost is sent once more.
                        Map.entry("request.timeout.ms", timeout / 2)));
    }
}
