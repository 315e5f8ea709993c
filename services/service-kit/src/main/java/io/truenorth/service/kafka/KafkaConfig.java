package io.truenorth.service.kafka;

import io.truenorth.service.config.ConfigSection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Kafka cluster and the settings of its clients.
 *
 * @param bootstrapServers {@code host:port} of some brokers, separated by commas
 * @param startTimeout how long a starting service waits for Kafka
 * @param properties properties of every Kafka client, such as those of TLS and SASL; may contain passwords
 */
public record KafkaConfig(String bootstrapServers, Duration startTimeout, Map<String, String> properties) {

    private static final Duration USUAL_START = Duration.ofSeconds(60);

    /** The properties are copied. */
    public KafkaConfig {
        properties = Map.copyOf(properties);
    }

    /** A cluster without client properties. */
    public static KafkaConfig at(String bootstrapServers) {
        return new KafkaConfig(bootstrapServers, USUAL_START, Map.of());
    }

    /** Reads the section {@code kafka} of a configuration. */
    public static KafkaConfig read(ConfigSection section) {
        return new KafkaConfig(
                section.text(
                        "bootstrapServers",
                        "localhost:9092",
                        "Where to find Kafka: host:port of some brokers, separated by commas."),
                section.duration(
                        "startTimeout",
                        USUAL_START,
                        Duration.ofSeconds(1),
                        Duration.ofHours(1),
                        "How long a service that starts waits for Kafka before it gives up."),
                section.textsByName(
                        "properties",
                        "Settings of every Kafka client by Kafka's names, such as `security.protocol`; never shown."));
    }

    /** Client properties: the given ones, overridden by the configured ones. */
    public Map<String, Object> client(String clientId, Map<String, ?> ours) {
        Map<String, Object> settings = new LinkedHashMap<>(ours);
        settings.put("client.id", clientId);
        settings.putAll(properties);
        settings.put("bootstrap.servers", bootstrapServers);
        return settings;
    }

    /** Omits the properties, which may contain passwords. */
    @Override
    public String toString() {
        return "KafkaConfig[" + bootstrapServers + ", properties " + properties.keySet() + "]";
    }
}
