package io.truenorth.streams;

import io.truenorth.service.Service;
import io.truenorth.service.http.HttpServer;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/**
 * A streams service, put together.
 *
 * @param service starts and stops it
 * @param http its server
 * @param state of Kafka Streams
 * @param counters what became of the touchpoints of the partitions that are here
 */
public record StreamsService(
        Service service, HttpServer http, Supplier<KafkaStreams.State> state, PartitionCounters counters) {

    /** Whether every task is restored and running. */
    public boolean isRunning() {
        return state.get() == KafkaStreams.State.RUNNING;
    }
}
