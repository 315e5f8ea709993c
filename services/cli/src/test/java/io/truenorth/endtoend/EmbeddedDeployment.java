package io.truenorth.endtoend;

import io.truenorth.deployment.Deployment;
import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.identity.Placeholders;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.service.kafka.KafkaConfig;
import io.truenorth.service.kafka.RegistryConfig;
import java.net.URI;
import java.util.Optional;

/** The deployment of an embedded platform, whose streams service is away. */
public final class EmbeddedDeployment {
    private EmbeddedDeployment() {}

    /** Its deployment, with the consumer group that its streams service would have. */
    public static Deployment of(EmbeddedPlatform platform, String applicationId) {
        return new Deployment(
                KafkaConfig.at(platform.bootstrapServers()),
                new RegistryConfig(platform.registryUrl(), platform.registryProperties()),
                TopicCatalogue.standard(),
                applicationId,
                "EUR",
                Placeholders.standard(),
                URI.create("http://127.0.0.1:1"),
                Optional.empty());
    }
}
