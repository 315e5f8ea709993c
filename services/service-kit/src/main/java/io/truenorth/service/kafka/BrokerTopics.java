package io.truenorth.service.kafka;

import io.truenorth.schemas.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Describes topics, with a timeout for each response. */
final class BrokerTopics {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Admin admin;
    private final Duration patience;

    BrokerTopics(Admin admin, Duration patience) {
        this.admin = admin;
        this.patience = patience;
    }

    /** The existing topics among those given, by name. */
    Map<String, ActualTopic> find(Collection<Topic<?, ?>> topics) throws InterruptedException {
        Map<String, Integer> partitions = new LinkedHashMap<>();
        List<String> names = topics.stream().map(Topic::name).toList();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> asked :
                admin.describeTopics(names).topicNameValues().entrySet()) {
            try {
                partitions.put(
                        asked.getKey(), await(asked.getValue()).partitions().size());
            } catch (UnknownTopicOrPartitionException e) {
                continue;
            }
        }
        return withConfig(partitions);
    }

    /** All of the given topics, just created; waits until every broker knows them. */
    Map<String, ActualTopic> findAll(Collection<Topic<?, ?>> topics) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<String, ActualTopic> found = find(topics);
        while (found.size() < topics.size() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            found = find(topics);
        }
        if (found.size() < topics.size()) {
            throw new KafkaUnavailableException(
                    "not all brokers know the new topics after " + patience.toSeconds() + " s");
        }
        return found;
    }

    private Map<String, ActualTopic> withConfig(Map<String, Integer> partitions) throws InterruptedException {
        List<ConfigResource> resources = partitions.keySet().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, ActualTopic> found = new LinkedHashMap<>();
        for (Map.Entry<ConfigResource, KafkaFuture<Config>> asked :
                admin.describeConfigs(resources).values().entrySet()) {
            String name = asked.getKey().name();
            try {
                found.put(
                        name,
                        new ActualTopic(name, partitions.getOrDefault(name, 0), settings(await(asked.getValue()))));
            } catch (UnknownTopicOrPartitionException e) {
                // Another broker answers than the one that knew its partitions, and has not heard of it yet.
                continue;
            }
        }
        return found;
    }

    /** Returns the values that are set, defaults included, by name. */
    static Map<String, String> settings(Config config) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (ConfigEntry entry : config.entries()) {
            if (entry.value() != null) {
                settings.put(entry.name(), entry.value());
            }
        }
        return settings;
    }

    /** The response; errors of the brokers are rethrown, a timeout becomes a {@link KafkaUnavailableException}. */
    <T> T await(KafkaFuture<T> answer) throws InterruptedException {
        return await(answer, patience);
    }

    /** The same, with a timeout of its own. */
    static <T> T await(KafkaFuture<T> answer, Duration patience) throws InterruptedException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException silence) {
                throw new KafkaUnavailableException("Kafka does not answer: " + silence.getMessage());
            }
            if (e.getCause() instanceof RuntimeException rejection) {
                throw rejection;
            }
            throw new IllegalStateException("Kafka rejected the request: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new KafkaUnavailableException("Kafka did not answer within " + patience.toSeconds() + " s");
        }
    }
}
