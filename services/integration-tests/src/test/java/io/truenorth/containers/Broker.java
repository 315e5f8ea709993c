package io.truenorth.containers;

import com.github.dockerjava.api.DockerClient;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.testcontainers.containers.Network;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * One broker of a cluster, which is a controller as well. It keeps its port on this machine when it is started again, as
 * it advertises it.
 */
final class Broker {
    private static final int CONTROLLER_PORT = 9094;
    private static final int OUTER_PORT = 9092;

    private final KafkaContainer container;

    /**
     * A broker, not started.
     *
     * @param id from 1 on
     * @param brokers how many there are, all under ids from 1 on
     */
    Broker(Network network, int id, int brokers) {
        String copies = Integer.toString(Math.min(brokers, 3));
        String inSync = Integer.toString(Math.min(brokers, 2));
        container = new KafkaContainer(DockerImageName.parse(Images.KAFKA))
                .withNetwork(network)
                .withNetworkAliases(name(id))
                .withListener(address(id))
                .withEnv("KAFKA_NODE_ID", Integer.toString(id))
                .withEnv("KAFKA_BROKER_ID", Integer.toString(id))
                .withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", voters(brokers))
                .withEnv("KAFKA_DEFAULT_REPLICATION_FACTOR", copies)
                .withEnv("KAFKA_MIN_INSYNC_REPLICAS", inSync)
                .withEnv("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", copies)
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", copies)
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", inSync)
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_HEAP_OPTS", "-Xmx384m -Xms128m");
        container.setPortBindings(List.of(FreePort.find() + ":" + OUTER_PORT));
    }

    private static String name(int id) {
        return "broker-" + id;
    }

    /** Where containers reach it. */
    static String address(int id) {
        return name(id) + ":19092";
    }

    private static String voters(int brokers) {
        return IntStream.rangeClosed(1, brokers)
                .mapToObj(id -> id + "@" + name(id) + ":" + CONTROLLER_PORT)
                .collect(Collectors.joining(","));
    }

    KafkaContainer container() {
        return container;
    }

    /** Where this machine reaches it. */
    String bootstrapServers() {
        return container.getBootstrapServers();
    }

    /** {@code kill -9}. */
    void kill() {
        docker().killContainerCmd(container.getContainerId()).exec();
    }

    /** Starts it again, with what it had on its disk. */
    void startAgain() {
        docker().startContainerCmd(container.getContainerId()).exec();
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }
}
