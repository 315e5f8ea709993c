package io.truenorth.service.kafka;

import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.service.config.ConfigSection;

/**
 * Names, partitions and replication of the topics.
 *
 * @param catalogue their names and numbers of partitions
 * @param replication replication factor of provisioned topics; -1 for the brokers' default
 */
public record TopicsConfig(TopicCatalogue catalogue, short replication) {

    private static final short BROKERS_DEFAULT = -1;

    /** No prefix, the default number of partitions, the brokers' replication factor. */
    public static TopicsConfig standard() {
        return new TopicsConfig(TopicCatalogue.standard(), BROKERS_DEFAULT);
    }

    /** Reads the section {@code topics} of a configuration. */
    public static TopicsConfig read(ConfigSection section) {
        String prefix = section.text("prefix", "", "Stands before the name of every topic, such as `eu-`.");
        int partitions = section.integer(
                "partitions",
                Topics.DEFAULT_PARTITIONS,
                1,
                10_000,
                "Partitions of the topics whose number must agree; cannot be changed once they are provisioned.");
        int replication = section.integer(
                "replication",
                BROKERS_DEFAULT,
                BROKERS_DEFAULT,
                100,
                "Copies of each partition that provisioning asks for; -1 for what the brokers do by default.");
        if (replication == 0) {
            section.reject("replication", "expected 1 or more copies, or -1 for the brokers' default, was 0");
        }
        return new TopicsConfig(catalogue(section, prefix, partitions), (short) replication);
    }

    private static TopicCatalogue catalogue(ConfigSection section, String prefix, int partitions) {
        try {
            return new TopicCatalogue(prefix, partitions);
        } catch (IllegalArgumentException e) {
            section.reject("prefix", String.valueOf(e.getMessage()));
            return TopicCatalogue.standard();
        }
    }
}
