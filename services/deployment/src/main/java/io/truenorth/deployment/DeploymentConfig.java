package io.truenorth.deployment;

import io.truenorth.identity.Placeholders;
import io.truenorth.identity.joining.JoinRules;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.kafka.KafkaConfig;
import io.truenorth.service.kafka.RegistryConfig;
import io.truenorth.service.kafka.TopicsConfig;
import io.truenorth.service.logging.LoggingConfig;
import java.time.Duration;

/**
 * The configuration that all services of a deployment share.
 *
 * @param kafka the Kafka cluster
 * @param registry the schema registry
 * @param topics prefix, partitions and replication of the topics
 * @param money the reporting currency and the exchange rates
 * @param placeholders values that identify nobody
 * @param joins which identities become one customer
 * @param logging format and level of logs
 * @param stopTimeout the time a service has to stop
 */
public record DeploymentConfig(
        KafkaConfig kafka,
        RegistryConfig registry,
        TopicsConfig topics,
        MoneyConfig money,
        Placeholders placeholders,
        JoinRules joins,
        LoggingConfig logging,
        Duration stopTimeout) {

    private static final Duration USUAL_STOP = Duration.ofSeconds(8);

    /**
     * Reads the sections {@code kafka}, {@code registry}, {@code topics}, {@code money}, {@code identities}, {@code logging} and
     * {@code stop}.
     */
    public static DeploymentConfig read(ConfigSection root) {
        ConfigSection identities = root.section("identities");
        return new DeploymentConfig(
                KafkaConfig.read(root.section("kafka")),
                RegistryConfig.read(root.section("registry")),
                TopicsConfig.read(root.section("topics")),
                MoneyConfig.read(root.section("money")),
                PlaceholdersSection.read(identities),
                JoinRulesSection.read(identities),
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
