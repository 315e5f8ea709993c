package io.truenorth.benchmarks.load;

import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.harness.Platform;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes touchpoints to the topic of a load. */
public final class TouchpointWriter implements AutoCloseable {
    private final Topic<String, Touchpoint> topic;
    private final Producer<String, Touchpoint> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private TouchpointWriter(Platform platform, Workload load, Map<String, Object> tuning) {
        Map<String, Object> settings = new HashMap<>(tuning);
        settings.put("bootstrap.servers", platform.bootstrapServers());
        settings.put("compression.type", "lz4");
        topic = load.topics().topic(Topics.TOUCHPOINTS);
        producer = new KafkaProducer<>(
                settings, new StringSerializer(), platform.serdes().value(topic).serializer());
    }

    /** Creates a writer of many touchpoints at once. */
    public static TouchpointWriter inBulk(Platform platform, Workload load) {
        return new TouchpointWriter(platform, load, Map.of("batch.size", 256 * 1024, "linger.ms", 100));
    }

    /** Creates a writer with the gateway's delay: a touchpoint waits 5 ms for others to share a request with. */
    public static TouchpointWriter live(Platform platform, Workload load) {
        return new TouchpointWriter(platform, load, Map.of("linger.ms", 5));
    }

    /** Returns the customer of a touchpoint, the key of its record. */
    public static String customer(Touchpoint touchpoint) {
        Identity identity = touchpoint.getIdentities().get(0);
        return identity.getNamespace() + ":" + identity.getValue();
    }

    /** Writes one; does not wait for the broker. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback receives failures, and closing waits for all
    public void write(Touchpoint touchpoint) {
        producer.send(new ProducerRecord<>(topic.name(), customer(touchpoint), touchpoint), (where, exception) -> {
            if (exception != null) {
                failure.compareAndSet(null, exception);
            }
        });
    }

    /**
     * Waits for all.
     *
     * @throws BenchmarkFailedException if one could not be written
     */
    @Override
    public void close() {
        producer.close();
        Exception failed = failure.get();
        if (failed != null) {
            throw new BenchmarkFailedException("touchpoints cannot be written: " + failed.getMessage());
        }
    }
}
