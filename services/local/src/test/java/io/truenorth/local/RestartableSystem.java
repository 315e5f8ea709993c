package io.truenorth.local;

import io.truenorth.embedded.BrokerConfig;
import io.truenorth.embedded.EmbeddedKafka;
import io.truenorth.embedded.LocalRegistry;
import io.truenorth.embedded.RegistryConfig;
import io.truenorth.gateway.Gateway;
import io.truenorth.gateway.GatewayConfig;
import io.truenorth.gateway.GatewayMain;
import io.truenorth.local.deployment.Deployment;
import io.truenorth.local.deployment.RunningSystem;
import io.truenorth.local.deployment.SystemAddresses;
import io.truenorth.local.system.LocalPorts;
import io.truenorth.local.system.Provisioning;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.streams.StreamsMain;
import io.truenorth.streams.StreamsService;
import io.truenorth.streams.StreamsServiceConfig;
import io.truenorth.streams.customer.TouchpointCounters;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** A whole system whose broker and gateway can be stopped and started again while the rest runs. */
final class RestartableSystem implements AutoCloseable {
    private final Path directory;
    private final ConfigSources configuration;
    private final BrokerConfig brokerConfig;
    private final LocalRegistry registry;
    private final StreamsService streams;
    private EmbeddedKafka broker;
    private Gateway gateway;

    RestartableSystem(Path directory, Path sources) throws Exception {
        this.directory = directory;
        LocalPorts ports = LocalPorts.free();
        brokerConfig = BrokerConfig.in(directory.resolve("kafka"));
        broker = EmbeddedKafka.start(brokerConfig);
        registry = LocalRegistry.start(RegistryConfig.in(directory.resolve("registry")));
        configuration = ConfigSources.of(Map.ofEntries(
                Map.entry("TRUENORTH_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()),
                Map.entry("TRUENORTH_REGISTRY_URL", registry.url()),
                Map.entry("TRUENORTH_TOPICS_REPLICATION", "1"),
                Map.entry("TRUENORTH_GATEWAY_HTTP_PORT", Integer.toString(ports.gateway())),
                Map.entry("TRUENORTH_GATEWAY_SOURCES_DIRECTORY", sources.toString()),
                Map.entry("TRUENORTH_STREAMS_HTTP_PORT", "0"),
                Map.entry("TRUENORTH_STREAMS_REPLICATION", "1"),
                Map.entry(
                        "TRUENORTH_STREAMS_STATE_DIRECTORY",
                        directory.resolve("streams").toString())));
        StreamsServiceConfig config = Configuration.read(configuration, StreamsServiceConfig::read);
        new Provisioning(config.deployment()).ofOwnRegistry();
        streams = StreamsMain.service(config, ServiceMetrics.ofPart("streams"), Clock.systemUTC(), "restartable");
        streams.service().start();
        gateway = startedGateway();
        RunningSystem.announce(
                directory,
                new SystemAddresses(
                        broker.bootstrapServers(),
                        registry.url(),
                        gateway(),
                        streams.http().uri(),
                        URI.create("http://127.0.0.1:8083")));
    }

    private Gateway startedGateway() {
        Gateway starting = GatewayMain.gateway(
                Configuration.read(configuration, GatewayConfig::read),
                ServiceMetrics.ofPart("gateway"),
                Clock.systemUTC());
        starting.service().start();
        return starting;
    }

    URI gateway() {
        return gateway.http().uri();
    }

    Deployment deployment() {
        return Deployment.of(
                Configuration.read(configuration, StreamsServiceConfig::read),
                streams.http().uri(),
                Optional.empty());
    }

    TouchpointCounters counters() {
        return streams.counters().sum();
    }

    void stopBroker() {
        broker.close();
    }

    void startBroker() {
        int port = broker.port();
        broker = EmbeddedKafka.start(brokerConfig.withPort(port));
    }

    /** It reads its documents anew. */
    void restartGateway() {
        gateway.service().close();
        gateway = startedGateway();
    }

    @Override
    public void close() throws Exception {
        RunningSystem.withdraw(directory);
        gateway.service().close();
        streams.service().close();
        registry.close();
        broker.close();
    }
}
