package io.truenorth.benchmarks.pipeline;

import java.util.HashMap;
import java.util.Map;

/** How Kafka's clients are tuned: for all contenders as for our service, so that this makes no difference. */
final class Clients {
    static final Map<String, Object> CONSUMER = Map.of("max.poll.records", 5_000);

    /** The linger is what Kafka Streams uses; a commit sends at once. */
    static final Map<String, Object> PRODUCER =
            Map.of("compression.type", "lz4", "batch.size", 256 * 1024, "linger.ms", 100);

    private Clients() {}

    /** Settings of a client, to be added to. */
    static Map<String, Object> of(Map<String, Object> tuning, String bootstrapServers) {
        Map<String, Object> config = new HashMap<>(tuning);
        config.put("bootstrap.servers", bootstrapServers);
        return config;
    }
}
