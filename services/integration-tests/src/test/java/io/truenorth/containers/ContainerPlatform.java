package io.truenorth.containers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;

/** Brokers and a schema registry on a network of their own. */
final class ContainerPlatform implements AutoCloseable {
    private static final String CONFLUENT_API = "/apis/ccompat/v7";
    private static final int REGISTRY_PORT = 8080;
    private static final int REGISTRY_HEALTH_PORT = 9000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Network network = Network.newNetwork();
    private final List<Broker> brokers;
    private final GenericContainer<?> registry;

    private ContainerPlatform(int count) {
        brokers = IntStream.rangeClosed(1, count)
                .mapToObj(id -> new Broker(network, id, count))
                .toList();
        registry = new GenericContainer<>(DockerImageName.parse(Images.REGISTRY))
                .withNetwork(network)
                .withNetworkAliases("registry")
                .withEnv("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false")
                .withExposedPorts(REGISTRY_PORT, REGISTRY_HEALTH_PORT)
                .waitingFor(Wait.forHttp("/health/ready")
                        .forPort(REGISTRY_HEALTH_PORT)
                        .withStartupTimeout(PATIENCE));
    }

    /** A platform that runs; all of it is started at once. */
    static ContainerPlatform ofBrokers(int count) {
        ContainerPlatform platform = new ContainerPlatform(count);
        try {
            Startables.deepStart(Stream.concat(
                            Stream.of(platform.registry),
                            platform.brokers.stream().map(Broker::container)))
                    .join();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    Network network() {
        return network;
    }

    /** A broker by its id, from 1 on. */
    Broker broker(int id) {
        return brokers.get(id - 1);
    }

    /** Where containers reach Kafka. */
    String innerBootstrapServers() {
        return IntStream.rangeClosed(1, brokers.size())
                .mapToObj(Broker::address)
                .collect(Collectors.joining(","));
    }

    /** Where this machine reaches Kafka. */
    String outerBootstrapServers() {
        return brokers.stream().map(Broker::bootstrapServers).collect(Collectors.joining(","));
    }

    /** Where containers reach the registry. */
    static String innerRegistry() {
        return "http://registry:" + REGISTRY_PORT + CONFLUENT_API;
    }

    /** Where this machine reaches the registry. */
    String outerRegistry() {
        return "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + CONFLUENT_API;
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", outerBootstrapServers()));
    }

    @Override
    public void close() {
        registry.stop();
        brokers.forEach(broker -> broker.container().stop());
        network.close();
    }
}
