package io.truenorth.local.deployment;

import io.truenorth.identity.Placeholders;
import io.truenorth.query.QueryClient;
import io.truenorth.query.ServiceInstances;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.service.kafka.KafkaConfig;
import io.truenorth.service.kafka.RegistryConfig;
import io.truenorth.streams.StreamsServiceConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Where a deployment is, and what a client must know of it.
 *
 * @param kafka where Kafka is
 * @param registry where the schema registry is
 * @param topics the names and sizes of its topics
 * @param applicationId the consumer group of its streams service
 * @param currency what its ledgers are kept in, by ISO 4217
 * @param placeholders the values that are nobody's names there
 * @param queries where its streams service answers
 * @param token what opens the queries; nothing where they are open
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

    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(30);
    private static final int KAFKA_TIMEOUT_MILLIS = 20_000;

    /**
     * The deployment of a streams service.
     *
     * @param queries where it answers
     * @param token what opens its queries
     */
    public static Deployment of(StreamsServiceConfig streams, URI queries, Optional<String> token) {
        return new Deployment(
                streams.deployment().kafka(),
                streams.deployment().registry(),
                streams.deployment().topics().catalogue(),
                streams.engine().applicationId(),
                streams.deployment().money().reporting(),
                streams.deployment().placeholders(),
                queries,
                token);
    }

    /** A client of its queries, which waits for the service to be ready. */
    public QueryClient queryClient() {
        return new QueryClient(
                new ServiceInstances("streams service", List.of(queries), token, ANSWER_TIMEOUT), READY_TIMEOUT);
    }

    /** Settings of a consumer that reads what is committed, without a group. */
    public Map<String, Object> reader(String clientId) {
        return kafka.client(
                clientId,
                Map.of(
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "allow.auto.create.topics", "false",
                        "default.api.timeout.ms", KAFKA_TIMEOUT_MILLIS));
    }

    /** A consumer of what is committed, without a group, that takes records as they are. */
    public Consumer<byte[], byte[]> bytesReader(String clientId) {
        return new KafkaConsumer<>(reader(clientId), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Settings of an admin client. */
    public Map<String, Object> admin(String clientId) {
        return kafka.client(
                clientId,
                Map.of("default.api.timeout.ms", KAFKA_TIMEOUT_MILLIS, "request.timeout.ms", KAFKA_TIMEOUT_MILLIS));
    }
}
