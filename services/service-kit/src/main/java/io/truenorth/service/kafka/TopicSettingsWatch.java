package io.truenorth.service.kafka;

import io.truenorth.service.Component;
import io.truenorth.service.PeriodicTask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of topics as the brokers have them, which may differ from those that they were created with. They are asked
 * for at the start and every ten minutes. While those of a topic are missing, as it does not exist yet or could not be read,
 * the next request follows after a second, then after twice as long each time; the latest known ones remain.
 */
public final class TopicSettingsWatch implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSettingsWatch.class);
    private static final Duration USUAL_INTERVAL = Duration.ofMinutes(10);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;
    private final List<ConfigResource> topics;
    private final Duration interval;
    private final Duration firstRetry;
    private final PeriodicTask asking;
    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();
    /** How long to wait after a request that some answers are missing of. */
    private Duration retry;

    private long nextRequest;

    /**
     * Creates the component.
     *
     * @param admin the client to use; not closed
     * @param topics names of topics, which need not exist yet
     */
    public TopicSettingsWatch(Admin admin, List<String> topics) {
        this(admin, topics, USUAL_INTERVAL, FIRST_RETRY);
    }

    TopicSettingsWatch(Admin admin, List<String> topics, Duration interval, Duration firstRetry) {
        this.admin = admin;
        this.topics = topics.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        this.interval = interval;
        this.firstRetry = firstRetry;
        this.retry = firstRetry;
        this.asking = new PeriodicTask(name(), shorter(firstRetry, interval), this::askIfDue);
    }

    /** Returns the settings of a topic, defaults included, by Kafka's names; none if they are not known yet. */
    public Map<String, String> of(String topic) {
        return known.getOrDefault(topic, Map.of());
    }

    @Override
    public String name() {
        return "topic-settings-watch";
    }

    /** Asks once, then again and again. */
    @Override
    public void start() throws InterruptedException {
        ask();
        asking.start();
    }

    @Override
    public void stop(Duration patience) throws InterruptedException {
        asking.stop(patience);
    }

    private void askIfDue() throws InterruptedException {
        if (System.nanoTime() - nextRequest >= 0) {
            ask();
        }
    }

    private void ask() throws InterruptedException {
        boolean isComplete = false;
        try {
            isComplete = takeAnswers();
        } catch (RuntimeException e) {
            LOG.warn("Kafka could not be asked for the settings of topics, dates on receipts may be wrong", e);
        }
        nextRequest = System.nanoTime() + (isComplete ? interval : retry).toNanos();
        retry = isComplete ? firstRetry : shorter(retry.multipliedBy(2), interval);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Returns whether the settings of all topics are known, as of now. All answers together may take five seconds. */
    private boolean takeAnswers() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean isComplete = true;
        Map<String, String> failures = new TreeMap<>();
        for (Map.Entry<ConfigResource, KafkaFuture<Config>> answer : request().entrySet()) {
            String topic = answer.getKey().name();
            try {
                Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
                known.put(topic, BrokerTopics.settings(BrokerTopics.await(answer.getValue(), left)));
            } catch (UnknownTopicOrPartitionException e) {
                isComplete = false; // An internal topic is created later.
            } catch (RuntimeException e) {
                failures.put(topic, String.valueOf(e.getMessage()));
            }
        }
        if (!failures.isEmpty()) {
            LOG.warn("the settings of topics could not be read, dates on receipts may be wrong: {}", failures);
        }
        return isComplete && failures.isEmpty();
    }

    private Map<ConfigResource, KafkaFuture<Config>> request() {
        DescribeConfigsOptions options = new DescribeConfigsOptions().timeoutMs((int) PATIENCE.toMillis());
        return admin.describeConfigs(topics, options).values();
    }
}
