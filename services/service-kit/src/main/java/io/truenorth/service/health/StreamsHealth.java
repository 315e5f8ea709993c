package io.truenorth.service.health;

import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Health checks on the state of Kafka Streams. RUNNING means that every task of this instance is restored, so
 * readiness is that state alone; ERROR is final, so liveness fails there.
 */
public final class StreamsHealth {

    private final Supplier<KafkaStreams.State> state;

    /** @param state the current state: {@code streams::state} */
    public StreamsHealth(Supplier<KafkaStreams.State> state) {
        this.state = state;
    }

    /** Fails once Kafka Streams is in an error state. */
    public HealthCheck liveness() {
        return HealthCheck.of("streams", () -> {
            KafkaStreams.State now = state.get();
            return now == KafkaStreams.State.ERROR || now == KafkaStreams.State.PENDING_ERROR
                    ? Health.down("Kafka Streams is in state " + now + ": a stream thread failed")
                    : Health.up();
        });
    }

    /** Passes while all tasks are restored and running. */
    public HealthCheck readiness() {
        return HealthCheck.of("streams", () -> {
            KafkaStreams.State now = state.get();
            return now == KafkaStreams.State.RUNNING
                    ? Health.up()
                    : Health.down("Kafka Streams is in state " + now + ", expected RUNNING (every task restored)");
        });
    }
}
