package io.truenorth.service.deployment;

import io.truenorth.identity.Placeholders;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.kafka.KafkaConfig;
import io.truenorth.service.kafka.RegistryConfig;
import io.truenorth.service.kafka.TopicsConfig;
import io.truenorth.service.logging.LoggingConfig;
import java.time.Duration;

/**
 * What all services of one deployment are told alike.
 *
 * @param kafka where Kafka is
 * @param registry where the schema registry is
 * @param topics which form of the topics it has
 * @param money which currency money is kept in, and what others are worth in it
 * @param placeholders the values that are nobody's names
 * @param logging how services log
 * @param stopTimeout how long a service may take to stop
 */
public record DeploymentConfig(
        KafkaConfig kafka,
        RegistryConfig registry,
        TopicsConfig topics,
        MoneyConfig money,
        Placeholders placeholders,
        LoggingConfig logging,
        Duration stopTimeout) {

    private static final Duration USUAL_STOP = Duration.ofSeconds(8);

    /**
     * Reads the sections {@code kafka}, {@code registry}, {@code topics}, {@code money}, {@code identities}, {@code logging} and
     * {@code stop}.
     */
    public static DeploymentConfig read(ConfigSection root) {
        return new DeploymentConfig(
                KafkaConfig.read(root.section("kafka")),
                RegistryConfig.read(root.section("registry")),
                TopicsConfig.read(root.section("topics")),
                MoneyConfig.read(root.section("money")),
                PlaceholdersSection.read(root.section("identities")),
                LoggingConfig.read(root.section("logging")),
                root.section("stop")
                        .duration(
                                "timeout",
                                USUAL_STOP,
                                Duration.ofSeconds(1),
                                Duration.ofMinutes(10),
                                "How long a service may take to finish what is under way when it is stopped."));
    }
}
