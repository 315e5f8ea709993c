package io.truenorth.deployment;

import io.truenorth.identity.Placeholders;
import io.truenorth.query.QueryClient;
import io.truenorth.query.ServiceInstances;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.service.http.HttpClients;
import io.truenorth.service.kafka.KafkaConfig;
import io.truenorth.service.kafka.RegistryConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A deployment as its clients see it.
 *
 * @param kafka the Kafka cluster
 * @param registry the schema registry
 * @param topics names and partitions of its topics
 * @param applicationId the consumer group of its streams service
 * @param currency the reporting currency (ISO 4217)
 * @param placeholders values that do not identify a customer
 * @param queries base URL of its streams service
 * @param token the token for queries; empty if none is needed
 */
public record Deployment(
        KafkaConfig kafka,
        RegistryConfig registry,
        TopicCatalogue topics,
        String applicationId,
        String currency,
        Placeholders placeholders,
        URI queries,
        Optional<String> token) {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(30);
    private static final int KAFKA_TIMEOUT_MILLIS = 20_000;

    /**
     * The deployment of a configuration.
     *
     * @param applicationId the consumer group of its streams service
     * @param queries the base URL of its streams service
     * @param token the token for its queries
     */
    public static Deployment of(DeploymentConfig config, String applicationId, URI queries, Optional<String> token) {
        return new Deployment(
                config.kafka(),
                config.registry(),
                config.topics().catalogue(),
                applicationId,
                config.money().reporting(),
                config.placeholders(),
                queries,
                token);
    }

    /** A client of its queries, which waits for the service to be ready. */
    public QueryClient queryClient() {
        return new QueryClient(
                new ServiceInstances(
                        HttpClients.withConnectTimeout(CONNECT_TIMEOUT),
                        "streams service",
                        List.of(queries),
                        token,
                        ANSWER_TIMEOUT),
                READY_TIMEOUT);
    }

    /** Properties of a read_committed consumer without a group. */
    public Map<String, Object> reader(String clientId) {
        return kafka.client(
                clientId,
                Map.of(
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "allow.auto.create.topics", "false",
                        "default.api.timeout.ms", KAFKA_TIMEOUT_MILLIS));
    }

    /** A read_committed consumer of bytes without a group. */
    public Consumer<byte[], byte[]> bytesReader(String clientId) {
        return new KafkaConsumer<>(reader(clientId), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Properties of an admin client. */
    public Map<String, Object> admin(String clientId) {
        return kafka.client(
                clientId,
                Map.of("default.api.timeout.ms", KAFKA_TIMEOUT_MILLIS, "request.timeout.ms", KAFKA_TIMEOUT_MILLIS));
    }
}
