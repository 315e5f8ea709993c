package io.truenorth.service.kafka;

import io.truenorth.service.Component;
import io.truenorth.service.health.Health;
import io.truenorth.service.health.HealthCheck;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Watches, on a thread of its own, whether the brokers answer and a topic has a leader for every partition. Between two
 * looks lies the interval; a broker that goes away is noticed within it and the patience, one that comes back likewise.
 */
public final class BrokerWatch implements Component {

    private final Admin admin;
    private final String topic;
    private final Duration patience;
    private final PeriodicTask watching;
    private volatile boolean reachable;
    private volatile Health health = Health.down("Kafka was not asked yet");

    /**
     * A watch.
     *
     * @param admin asked, not closed
     * @param topic the topic that must have leaders
     * @param interval between two looks
     * @param patience how long an answer may take
     */
    public BrokerWatch(Admin admin, String topic, Duration interval, Duration patience) {
        this.admin = admin;
        this.topic = topic;
        this.patience = patience;
        this.watching = new PeriodicTask(name(), this::look, interval);
    }

    @Override
    public String name() {
        return "broker-watch";
    }

    /** Takes the first look, and watches from then on. */
    @Override
    public void start() throws InterruptedException {
        look();
        watching.start();
    }

    @Override
    public void stop(Duration patience) throws InterruptedException {
        watching.stop(patience);
    }

    /** Whether a broker answered at the last look. */
    public boolean reachable() {
        return reachable;
    }

    /** Well if at the last look the topic could be written to. */
    public HealthCheck readiness() {
        return HealthCheck.of("kafka", () -> health);
    }

    private void look() throws InterruptedException {
        try {
            DescribeTopicsOptions options = new DescribeTopicsOptions().timeoutMs((int) patience.toMillis());
            TopicDescription description = admin.describeTopics(List.of(topic), options)
                    .allTopicNames()
                    .get(patience.toMillis() + 1000, TimeUnit.MILLISECONDS)
                    .get(topic);
            reachable = true;
            health = description == null ? Health.down("topic " + topic + " is missing") : leaders(description);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            reachable = cause instanceof UnknownTopicOrPartitionException;
            health = Health.down("Kafka does not serve topic " + topic + ": "
                    + cause.getClass().getSimpleName());
        }
    }

    private static Health leaders(TopicDescription description) {
        List<Integer> orphans = description.partitions().stream()
                .filter(partition ->
                        partition.leader() == null || partition.leader().isEmpty())
                .map(TopicPartitionInfo::partition)
                .toList();
        return orphans.isEmpty()
                ? Health.up()
                : Health.down("partitions " + orphans + " of topic " + description.name() + " have no leader");
    }
}
