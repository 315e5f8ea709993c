package io.truenorth.streams;

import io.truenorth.service.Service;
import io.truenorth.service.http.HttpServer;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/**
 * An assembled streams service.
 *
 * @param service starts and stops it
 * @param http its HTTP server
 * @param state the state of Kafka Streams
 * @param counters the counters of the partitions on this instance
 */
public record StreamsService(
        Service service, HttpServer http, Supplier<KafkaStreams.State> state, PartitionCounters counters) {

    /** Returns whether every task is restored and running. */
    public boolean isRunning() {
        return state.get() == KafkaStreams.State.RUNNING;
    }
}
