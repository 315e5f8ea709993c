package io.truenorth.local.deployment;

import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.service.kafka.KafkaConfig;
import io.truenorth.service.kafka.RegistryConfig;
import io.truenorth.streams.StreamsServiceConfig;
import java.net.URI;
import java.util.Optional;

/**
 * Where a deployment is, and what a client must know of it.
 *
 * @param kafka where Kafka is
 * @param registry where the schema registry is
 * @param topics the names and sizes of its topics
 * @param applicationId the consumer group of its streams service
 * @param currency what its ledgers are kept in, by ISO 4217
 * @param queries where its streams service answers
 * @param token what opens the queries; nothing where they are open
 */
public record Deployment(
        KafkaConfig kafka,
        RegistryConfig registry,
        TopicCatalogue topics,
        String applicationId,
        String currency,
        URI queries,
        Optional<String> token) {

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
                queries,
                token);
    }
}
