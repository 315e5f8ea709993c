package io.truenorth.service.kafka;

import io.truenorth.schemas.Topic;
import io.truenorth.service.kafka.Change.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics of a deployment and corrects the configuration of existing ones. Idempotent. Never deletes
 * records: a longer retention than the catalogue's is kept.
 */
public final class TopicProvisioner {

    private static final String RETENTION = "retention.ms";
    private static final long FOREVER = -1;

    private final Admin admin;
    private final BrokerTopics brokers;

    /** @param patience how long to wait for each response */
    public TopicProvisioner(Admin admin, Duration patience) {
        this.admin = admin;
        this.brokers = new BrokerTopics(admin, patience);
    }

    /**
     * Creates or corrects every topic of the catalogue.
     *
     * @return the changes, in the order of the catalogue
     * @throws TopicMismatchException if an existing topic cannot be corrected; nothing is changed then
     * @throws KafkaUnavailableException if the brokers do not respond
     */
    public List<Change> provision(TopicsConfig config) throws InterruptedException {
        List<Topic<?, ?>> topics = config.catalogue().all();
        Map<String, ActualTopic> found = brokers.find(topics);
        rejectMismatches(topics, found);
        List<Change> changes = new ArrayList<>();
        for (Topic<?, ?> topic : topics) {
            ActualTopic there = found.get(topic.name());
            changes.add(there == null ? create(topic, config.replication()) : repair(topic, there));
        }
        // Others may have created some of them in the meantime, with other sizes.
        rejectMismatches(topics, brokers.findAll(topics));
        return changes;
    }

    private static void rejectMismatches(List<Topic<?, ?>> topics, Map<String, ActualTopic> found) {
        List<String> problems = new ArrayList<>();
        for (Topic<?, ?> topic : topics) {
            ActualTopic there = found.get(topic.name());
            if (there != null) {
                problems.addAll(there.mismatches(topic));
            }
        }
        if (!problems.isEmpty()) {
            throw new TopicMismatchException(problems);
        }
    }

    private Change create(Topic<?, ?> topic, short replication) throws InterruptedException {
        NewTopic created = new NewTopic(
                        topic.name(),
                        Optional.of(topic.partitions()),
                        replication < 0 ? Optional.empty() : Optional.of(replication))
                .configs(topic.config());
        try {
            brokers.await(admin.createTopics(List.of(created)).all());
        } catch (TopicExistsException e) {
            return Change.unchanged(topic.name());
        }
        return new Change(
                topic.name(),
                Outcome.CREATED,
                List.of(
                        topic.partitions() + " partitions",
                        topic.kind().cleanupPolicy(),
                        "records kept " + topic.retention().describe(),
                        topic.recordTime().timestampType(),
                        "records of up to " + topic.largestRecord().describe()));
    }

    private Change repair(Topic<?, ?> topic, ActualTopic there) throws InterruptedException {
        List<AlterConfigOp> operations = new ArrayList<>();
        List<String> details = new ArrayList<>();
        new TreeMap<>(topic.config()).forEach((name, expected) -> {
            String was = there.setting(name);
            if (!was.equals(expected) && !(name.equals(RETENTION) && keepsLonger(was, expected))) {
                operations.add(new AlterConfigOp(new ConfigEntry(name, expected), AlterConfigOp.OpType.SET));
                details.add(name + " " + was + " → " + expected);
            }
        });
        if (operations.isEmpty()) {
            return Change.unchanged(topic.name());
        }
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        brokers.await(
                admin.incrementalAlterConfigs(Map.of(resource, operations)).all());
        return new Change(topic.name(), Outcome.ALTERED, details);
    }

    private static boolean keepsLonger(String retention, String expected) {
        long millis = Long.parseLong(retention);
        return millis == FOREVER || (Long.parseLong(expected) != FOREVER && millis > Long.parseLong(expected));
    }
}
