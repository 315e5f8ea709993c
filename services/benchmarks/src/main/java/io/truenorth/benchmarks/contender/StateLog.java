package io.truenorth.benchmarks.contender;

import io.truenorth.schemas.LargestRecord;
import io.truenorth.schemas.TopicKind;
import io.truenorth.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topic of the limit's state: the latest relationship of each customer, as the changelog of a store. */
final class StateLog {
    private StateLog() {}

    static String name(ContenderConfig config) {
        return config.applicationId() + "-relationships-changelog";
    }

    static void create(ContenderConfig config) {
        Map<String, String> settings = new HashMap<>(TopicKind.TABLE.segments());
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicKind.TABLE.cleanupPolicy());
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LargestRecord.LARGE.bytes()));
        int partitions = config.topics().topic(Topics.TOUCHPOINTS).partitions();
        NewTopic topic = new NewTopic(name(config), Optional.of(partitions), Optional.empty()).configs(settings);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", config.bootstrapServers()))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the state log cannot be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
