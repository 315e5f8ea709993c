package io.truenorth.service.kafka;

import io.truenorth.service.Component;
import io.truenorth.service.PeriodicTask;
import io.truenorth.service.health.Health;
import io.truenorth.service.health.HealthCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the number of partitions of topics. Partitions added under a running system send keys elsewhere, and Kafka
 * Streams notices only at its next rebalance, possibly minutes later. A poll without a response changes nothing, as
 * other checks report outages; a difference counts once two consecutive polls show it, as a broker may not know a
 * new topic yet.
 */
public final class PartitionWatch implements Component {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionWatch.class);
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;
    private final List<ExpectedPartitions> expected;
    private final PeriodicTask polling;
    private final Map<String, OptionalInt> atStart = new HashMap<>();
    private volatile List<String> problems = List.of();
    private List<String> lastFound = List.of();
    private volatile Runnable onChange = () -> {};

    /**
     * A watch.
     *
     * @param admin the client to use; not closed
     * @param expected the expectation for each topic
     */
    public PartitionWatch(Admin admin, List<ExpectedPartitions> expected) {
        this(admin, expected, USUAL_INTERVAL);
    }

    PartitionWatch(Admin admin, List<ExpectedPartitions> expected, Duration interval) {
        this.admin = admin;
        this.expected = List.copyOf(expected);
        this.polling = new PeriodicTask(name(), interval, this::poll);
    }

    /** Sets the action that runs once, on the polling thread, when partitions change. Call before the start. */
    public void onChange(Runnable action) {
        this.onChange = action;
    }

    @Override
    public String name() {
        return "partition-watch";
    }

    /**
     * Polls once, then at every interval.
     *
     * @throws TopicMismatchException if a topic already has a different number of partitions
     */
    @Override
    public void start() throws InterruptedException {
        find().filter(found -> !found.isEmpty()).ifPresent(found -> {
            throw new TopicMismatchException(found);
        });
        polling.start();
    }

    @Override
    public void stop(Duration patience) throws InterruptedException {
        polling.stop(patience);
    }

    /** Passes if every topic had the required partitions at the last poll with a response. */
    public HealthCheck readiness() {
        return HealthCheck.of("topics", () -> {
            List<String> now = problems;
            return now.isEmpty() ? Health.up() : Health.down(String.join("\n", now));
        });
    }

    private void poll() throws InterruptedException {
        Optional<List<String>> found = find();
        boolean confirmed = found.isPresent() && found.get().equals(lastFound);
        lastFound = found.orElse(lastFound);
        if (!confirmed || found.get().equals(problems)) {
            return;
        }
        boolean first = problems.isEmpty();
        problems = found.get();
        problems.forEach(LOG::error);
        if (first) {
            onChange.run();
        }
    }

    /** The problems found; empty if Kafka does not respond. */
    private Optional<List<String>> find() throws InterruptedException {
        List<String> names = expected.stream().map(ExpectedPartitions::topic).toList();
        try {
            Map<String, KafkaFuture<TopicDescription>> asked = admin.describeTopics(
                            names, new DescribeTopicsOptions().timeoutMs((int) PATIENCE.toMillis()))
                    .topicNameValues();
            List<String> wrong = new ArrayList<>();
            for (ExpectedPartitions topic : expected) {
                OptionalInt count = count(Objects.requireNonNull(asked.get(topic.topic())));
                topic.problem(count, atStart.computeIfAbsent(topic.topic(), first -> count))
                        .ifPresent(wrong::add);
            }
            return Optional.of(List.copyOf(wrong));
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return Optional.empty();
        }
    }

    private static OptionalInt count(KafkaFuture<TopicDescription> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return OptionalInt.of(answer.get(PATIENCE.toMillis() + 1000, TimeUnit.MILLISECONDS)
                    .partitions()
                    .size());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return OptionalInt.empty();
            }
            throw e;
        }
    }
}
