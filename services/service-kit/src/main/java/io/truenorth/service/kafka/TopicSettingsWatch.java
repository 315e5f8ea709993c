package io.truenorth.service.kafka;

import io.truenorth.service.Component;
import io.truenorth.service.PeriodicTask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of topics as the brokers have them, which may differ from those that they were created with. They are asked
 * for at the start and every ten minutes; without a response, the latest known ones remain.
 */
public final class TopicSettingsWatch implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSettingsWatch.class);
    private static final Duration USUAL_INTERVAL = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;
    private final BrokerTopics brokers;
    private final List<ConfigResource> topics;
    private final PeriodicTask asking;
    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

    /**
     * Creates the component.
     *
     * @param admin the client to use; not closed
     * @param topics names of topics, which need not exist yet
     */
    public TopicSettingsWatch(Admin admin, List<String> topics) {
        this(admin, topics, USUAL_INTERVAL);
    }

    TopicSettingsWatch(Admin admin, List<String> topics, Duration interval) {
        this.admin = admin;
        this.brokers = new BrokerTopics(admin, PATIENCE);
        this.topics = topics.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        this.asking = new PeriodicTask(name(), interval, this::ask);
    }

    /** Returns the settings of a topic, defaults included, by Kafka's names; none if they are not known yet. */
    public Map<String, String> of(String topic) {
        return known.getOrDefault(topic, Map.of());
    }

    @Override
    public String name() {
        return "topic-settings-watch";
    }

    /** Asks once, then at every interval. */
    @Override
    public void start() throws InterruptedException {
        ask();
        asking.start();
    }

    @Override
    public void stop(Duration patience) throws InterruptedException {
        asking.stop(patience);
    }

    private void ask() throws InterruptedException {
        for (Map.Entry<ConfigResource, KafkaFuture<Config>> asked :
                admin.describeConfigs(topics).values().entrySet()) {
            String topic = asked.getKey().name();
            try {
                known.put(topic, BrokerTopics.settings(brokers.await(asked.getValue())));
            } catch (UnknownTopicOrPartitionException e) {
                // An internal topic is created later.
                continue;
            } catch (KafkaException | KafkaUnavailableException e) {
                LOG.warn(
                        "the settings of topic {} could not be read, dates on receipts may be wrong: {}",
                        topic,
                        e.getMessage());
            }
        }
    }
}
