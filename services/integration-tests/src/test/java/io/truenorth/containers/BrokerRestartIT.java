package io.truenorth.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.schemas.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

/** Of three brokers one is killed under load and started again. */
@RequiresContainers
class BrokerRestartIT {
    private static final int BROKERS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Test
    void aBrokerIsKilledUnderLoadAndComesBack() throws Exception {
        try (ContainerPlatform platform = ContainerPlatform.ofBrokers(BROKERS);
                Admin admin = platform.admin();
                ContainerDeployment deployment = ContainerDeployment.provisioned(platform, "")) {
            TruenorthContainer gateway = deployment.startGateway();
            TruenorthContainer streams = deployment.startStreams();

            try (Load load = Load.on(deployment, gateway, streams)) {
                load.awaitMore(800);
                Broker killed = platform.broker(leaderOfTouchpoints(admin));
                killed.kill();
                await("the others notice")
                        .atMost(PATIENCE)
                        .until(() -> inSync(admin).anyMatch(copies -> copies < BROKERS));
                load.awaitMore(800);
                killed.startAgain();
                await("every copy of every partition")
                        .atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(inSync(admin)).containsOnly(BROKERS));
                load.awaitMore(800);
                load.end();

                load.assertNothingDiffers(List.of(streams));
            }
        }
    }

    private static int leaderOfTouchpoints(Admin admin) throws ExecutionException, InterruptedException {
        String topic = Topics.TOUCHPOINTS.name();
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .get(0)
                .leader()
                .id();
    }

    /** How many copies of each partition of every topic are in sync, those of Kafka itself included. */
    private static Stream<Integer> inSync(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .map(TopicDescription::partitions)
                .flatMap(Collection::stream)
                .map(TopicPartitionInfo::isr)
                .map(Collection::size);
    }
}
