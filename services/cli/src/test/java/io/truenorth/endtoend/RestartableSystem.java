package io.truenorth.endtoend;

import io.truenorth.dashboard.Dashboard;
import io.truenorth.dashboard.DashboardComposition;
import io.truenorth.dashboard.DashboardConfig;
import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.Provisioning;
import io.truenorth.embedded.BrokerConfig;
import io.truenorth.embedded.EmbeddedKafka;
import io.truenorth.embedded.LocalRegistry;
import io.truenorth.embedded.RegistryServerConfig;
import io.truenorth.gateway.Gateway;
import io.truenorth.gateway.GatewayComposition;
import io.truenorth.gateway.GatewayConfig;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.RunningSystem;
import io.truenorth.standalone.SystemAddresses;
import io.truenorth.streams.customer.TouchpointCounters;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A whole system whose parts can be stopped and started again while the rest runs. */
public final class RestartableSystem implements AutoCloseable {
    private final Path directory;
    private final Map<String, String> environment;
    private final BrokerConfig brokerConfig;
    private final LocalRegistry registry;
    private final RestartableStreams streams;
    private final RestartableStreams moreStreams;
    private EmbeddedKafka broker;
    private Gateway gateway;
    private Dashboard dashboard;

    /**
     * A system that runs, with one of its two streams services.
     *
     * @param services what its services are told beside where everything is
     */
    public RestartableSystem(Path directory, Map<String, String> services) throws Exception {
        this(directory, services, broker -> broker);
    }

    /**
     * The same, on a broker with settings of its own.
     *
     * @param settings adds them
     */
    public RestartableSystem(Path directory, Map<String, String> services, UnaryOperator<BrokerConfig> settings)
            throws Exception {
        this.directory = directory;
        LocalPorts ports = LocalPorts.free();
        brokerConfig = settings.apply(BrokerConfig.in(directory.resolve("kafka")));
        broker = EmbeddedKafka.start(brokerConfig);
        registry = LocalRegistry.start(RegistryServerConfig.in(directory.resolve("registry")));
        environment = new HashMap<>(services);
        environment.putAll(Map.of(
                "TRUENORTH_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "TRUENORTH_REGISTRY_URL", registry.url(),
                "TRUENORTH_REGISTRY_PROPERTIES", ConfigSources.pairs(registry.clientProperties()),
                "TRUENORTH_TOPICS_REPLICATION", "1",
                "TRUENORTH_GATEWAY_HTTP_PORT", Integer.toString(ports.gateway()),
                "TRUENORTH_STREAMS_REPLICATION", "1",
                "TRUENORTH_DASHBOARD_HTTP_PORT", Integer.toString(ports.dashboard())));
        streams = new RestartableStreams(environment, directory.resolve("streams"));
        moreStreams = new RestartableStreams(environment, directory.resolve("more-streams"));
        new Provisioning(streams.config().deployment()).ofOwnRegistry();
        streams.start();
        gateway = startedGateway();
        dashboard = startedDashboard();
        RunningSystem.announce(
                directory,
                new SystemAddresses(broker.bootstrapServers(), registry.url(), gateway(), streams.uri(), dashboard()));
    }

    private Gateway startedGateway() {
        Gateway starting = GatewayComposition.gateway(
                Configuration.read(ConfigSources.of(environment), GatewayConfig::read),
                ServiceMetrics.ofPart("gateway"),
                Clock.systemUTC());
        starting.service().start();
        return starting;
    }

    private Dashboard startedDashboard() {
        environment.put("TRUENORTH_DASHBOARD_GATEWAY_URL", gateway().toString());
        environment.put("TRUENORTH_DASHBOARD_STREAMS_URL", streams.uri() + "," + moreStreams.uri());
        Dashboard starting = DashboardComposition.dashboard(
                Configuration.read(ConfigSources.of(environment), DashboardConfig::read),
                ServiceMetrics.ofPart("dashboard"),
                Clock.systemUTC());
        starting.service().start();
        return starting;
    }

    public URI gateway() {
        return gateway.http().uri();
    }

    public URI dashboard() {
        return dashboard.http().uri();
    }

    /** The streams service that runs from the beginning. */
    public RestartableStreams streams() {
        return streams;
    }

    /** A second one, which waits to be started. */
    public RestartableStreams moreStreams() {
        return moreStreams;
    }

    public Deployment deployment() {
        return Deployment.of(
                streams.config().deployment(),
                streams.config().engine().applicationId(),
                streams.uri(),
                Optional.empty());
    }

    public TouchpointCounters counters() {
        return streams.counters();
    }

    public void stopBroker() {
        broker.close();
    }

    public void startBroker() {
        int port = broker.port();
        broker = EmbeddedKafka.start(brokerConfig.withPort(port));
    }

    /** It reads its documents anew. */
    public void restartGateway() {
        gateway.service().close();
        gateway = startedGateway();
    }

    /** It reads the topics anew. */
    public void restartDashboard() {
        dashboard.service().close();
        dashboard = startedDashboard();
    }

    @Override
    public void close() throws Exception {
        RunningSystem.withdraw(directory);
        dashboard.service().close();
        gateway.service().close();
        moreStreams.close();
        streams.close();
        registry.close();
        broker.close();
    }
}
