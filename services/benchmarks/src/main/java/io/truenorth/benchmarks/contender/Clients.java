package io.truenorth.benchmarks.contender;

import io.truenorth.schemas.LargestRecord;
import java.util.HashMap;
import java.util.Map;

/** Settings of Kafka's clients, as the streams service has them. */
public final class Clients {
    /** Settings of consumers. */
    public static final Map<String, Object> CONSUMER = Map.of("max.poll.records", 5_000);

    /** Settings of producers. The linger is that of Kafka Streams; a commit sends at once. */
    public static final Map<String, Object> PRODUCER = Map.of(
            "compression.type",
            "lz4",
            "batch.size",
            256 * 1024,
            "linger.ms",
            100,
            "max.request.size",
            LargestRecord.LARGE.bytes());

    private Clients() {}

    /** Returns settings to be added to. */
    public static Map<String, Object> of(Map<String, Object> tuning, String bootstrapServers) {
        Map<String, Object> config = new HashMap<>(tuning);
        config.put("bootstrap.servers", bootstrapServers);
        return config;
    }
}
