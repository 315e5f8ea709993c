package io.truenorth.gateway;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.cloudevents.InboundTopic;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.Component;
import io.truenorth.service.Service;
import io.truenorth.service.ServiceProcess;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.http.HttpServer;
import io.truenorth.service.kafka.BrokerWatch;
import io.truenorth.service.kafka.ExpectedPartitions;
import io.truenorth.service.kafka.PartitionWatch;
import io.truenorth.service.kafka.TopicCheck;
import io.truenorth.service.metrics.ServiceMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts a gateway together, and runs one as a process. */
public final class GatewayMain {

    private static final String NAME = "gateway";
    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(1);
    private static final Duration WATCH_PATIENCE = Duration.ofSeconds(5);

    private GatewayMain() {}

    /** Runs a gateway as the environment configures it, until the process is stopped. */
    public static void main(String[] args) throws InterruptedException {
        ServiceProcess.main(
                NAME,
                GatewayConfig::read,
                config -> config.deployment().logging(),
                config -> gateway(config, ServiceMetrics.ofProcess(NAME), Clock.systemUTC())
                        .service());
    }

    /**
     * A gateway of these parts.
     *
     * @param metrics closed with it
     */
    public static Gateway gateway(GatewayConfig config, ServiceMetrics metrics, Clock clock) {
        Topic<String, Touchpoint> topic =
                config.deployment().topics().catalogue().topic(Topics.TOUCHPOINTS);
        Topic<byte[], byte[]> failed = config.deployment().topics().catalogue().topic(Topics.TOUCHPOINTS_FAILED);
        Admin admin = Admin.create(config.deployment().kafka().client("gateway-admin", Map.of()));
        TopicCheck check = new TopicCheck(admin, config.deployment().kafka().startTimeout());
        BrokerWatch watch = new BrokerWatch(admin, topic.name(), WATCH_INTERVAL, WATCH_PATIENCE);
        PartitionWatch partitions = new PartitionWatch(admin, ExpectedPartitions.of(List.of(topic)));
        RecordSerdes serdes = config.deployment().registry().serdes();
        Producer<byte[], byte[]> producer = new KafkaProducer<>(
                config.producer().settings(config.deployment().kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        metrics.bind(producer);
        GatewayParts parts = new GatewayParts(config, metrics, clock, producer, serdes, watch::reachable);
        List<InboundTopic> inbound = parts.inbound(config.deployment().kafka());
        HttpServer http = new HttpServer(
                config.http(),
                metrics,
                new HealthChecks(
                        inbound.stream().map(InboundTopic::liveness).toList(),
                        List.of(watch.readiness(), partitions.readiness())),
                parts.endpoints());
        List<Component> components = new ArrayList<>(List.of(
                Component.closing("metrics", patience -> metrics.close()),
                Component.closing(
                        "schema-registry-client", patience -> serdes.registry().close()),
                Component.closing("admin-client", admin::close),
                Component.closing("producer", producer::close),
                Component.starting("topic-check", () -> check.require(List.of(topic, failed))),
                watch,
                partitions));
        components.addAll(inbound);
        components.add(http);
        Service service = new Service(NAME, config.deployment().stopTimeout(), components);
        return new Gateway(service, http);
    }
}
