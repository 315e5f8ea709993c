package io.truenorth.service.health;

import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The health of Kafka Streams. It is RUNNING only when every task that this instance owns is restored, so that readiness is
 * that state alone; and it never comes back from an error, so that then only a restart helps.
 */
public final class StreamsHealth {

    private final Supplier<KafkaStreams.State> state;

    /** @param state asks Kafka Streams: {@code streams::state} */
    public StreamsHealth(Supplier<KafkaStreams.State> state) {
        this.state = state;
    }

    /** Well unless Kafka Streams has given up. */
    public HealthCheck liveness() {
        return HealthCheck.of("streams", () -> {
            KafkaStreams.State now = state.get();
            return now == KafkaStreams.State.ERROR || now == KafkaStreams.State.PENDING_ERROR
                    ? Health.down("Kafka Streams is in state " + now + ": a stream thread met what it did not expect")
                    : Health.up();
        });
    }

    /** Well when all tasks are restored and running. */
    public HealthCheck readiness() {
        return HealthCheck.of("streams", () -> {
            KafkaStreams.State now = state.get();
            return now == KafkaStreams.State.RUNNING
                    ? Health.up()
                    : Health.down("Kafka Streams is in state " + now + ", expected RUNNING (every task restored)");
        });
    }
}
