package io.truenorth.service.kafka;

import io.truenorth.service.Component;
import io.truenorth.service.PeriodicTask;
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
 * Polls, on its own thread, whether the brokers respond and every partition of a topic has a leader. An outage, and
 * its end, is detected within the poll interval plus the request timeout.
 */
public final class BrokerWatch implements Component {

    private final Admin admin;
    private final String topic;
    private final Duration patience;
    private final PeriodicTask polling;
    private volatile boolean reachable;
    private volatile Health health = Health.down("Kafka has not been polled yet");

    /**
     * A watch.
     *
     * @param admin the client to use; not closed
     * @param topic the topic whose partitions need leaders
     * @param interval between two polls
     * @param patience the timeout of a request
     */
    public BrokerWatch(Admin admin, String topic, Duration interval, Duration patience) {
        this.admin = admin;
        this.topic = topic;
        this.patience = patience;
        this.polling = new PeriodicTask(name(), interval, this::poll);
    }

    @Override
    public String name() {
        return "broker-watch";
    }

    /** Polls once, then at every interval. */
    @Override
    public void start() throws InterruptedException {
        poll();
        polling.start();
    }

    @Override
    public void stop(Duration patience) throws InterruptedException {
        polling.stop(patience);
    }

    /** Whether a broker responded to the last poll. */
    public boolean reachable() {
        return reachable;
    }

    /** Passes if the topic was writable at the last poll. */
    public HealthCheck readiness() {
        return HealthCheck.of("kafka", () -> health);
    }

    private void poll() throws InterruptedException {
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
