package io.truenorth.service.kafka;

import io.truenorth.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Checks the topics at the start of a service. */
public final class TopicCheck {

    private final Admin admin;
    private final Duration patience;

    /** @param patience how long to wait for each response */
    public TopicCheck(Admin admin, Duration patience) {
        this.admin = admin;
        this.patience = patience;
    }

    /**
     * Requires that the topics exist, have the number of partitions they must have, the meaning of timestamps,
     * and room for the largest records.
     *
     * @throws TopicMismatchException naming every topic that is missing or mismatched, and the remedy
     * @throws KafkaUnavailableException if the brokers do not respond
     */
    public void require(List<Topic<?, ?>> topics) throws InterruptedException {
        Map<String, ActualTopic> found = new BrokerTopics(admin, patience).find(topics);
        List<String> problems = new ArrayList<>();
        for (Topic<?, ?> topic : topics) {
            ActualTopic there = found.get(topic.name());
            if (there == null) {
                problems.add(
                        "topic " + topic.name() + " is missing: run 'truenorth provision' against this Kafka first");
            } else {
                problems.addAll(there.mismatches(topic));
                there.tooSmall(topic).ifPresent(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new TopicMismatchException(problems);
        }
    }
}
