package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes the backlog to the topic of touchpoints, and shows it to the oracle. */
final class BacklogWriter {
    private final Platform platform;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    BacklogWriter(Platform platform) {
        this.platform = platform;
    }

    /** Returns what must become of it. */
    Oracle write(Backlog backlog, int events) {
        Oracle oracle = new Oracle();
        Topic<String, Touchpoint> topic = platform.topic(Topics.TOUCHPOINTS);
        try (Producer<String, Touchpoint> producer = producer(topic)) {
            for (int written = 0; written < events; written++) {
                Touchpoint touchpoint = backlog.next();
                String customer = key(touchpoint.getIdentities().get(0));
                oracle.fold(customer, touchpoint);
                send(producer, new ProducerRecord<>(topic.name(), customer, touchpoint));
            }
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new BenchmarkFailedException("the backlog cannot be written: " + failed.getMessage());
        }
        return oracle;
    }

    private static String key(Identity identity) {
        return identity.getNamespace() + ":" + identity.getValue();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of what fails, and closing waits for all
    private void send(Producer<String, Touchpoint> producer, ProducerRecord<String, Touchpoint> record) {
        producer.send(record, (where, exception) -> {
            if (exception != null) {
                failure.compareAndSet(null, exception);
            }
        });
    }

    private Producer<String, Touchpoint> producer(Topic<String, Touchpoint> topic) {
        return new KafkaProducer<>(
                Clients.of(Clients.PRODUCER, platform.bootstrapServers()),
                new StringSerializer(),
                platform.serdes().value(topic).serializer());
    }
}
