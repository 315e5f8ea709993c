package io.truenorth.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.Component;
import io.truenorth.service.Service;
import io.truenorth.service.health.Health;
import io.truenorth.service.health.HealthCheck;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.health.StreamsHealth;
import io.truenorth.service.http.HttpServer;
import io.truenorth.service.kafka.ExpectedPartitions;
import io.truenorth.service.kafka.PartitionWatch;
import io.truenorth.service.kafka.RegistryConfig;
import io.truenorth.service.kafka.TopicCheck;
import io.truenorth.service.kafka.TopicSettingsWatch;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.streams.customer.CustomerQueries;
import io.truenorth.streams.customer.ProcessingTimes;
import io.truenorth.streams.decode.RegistryRetry;
import io.truenorth.streams.query.CustomerApi;
import io.truenorth.streams.query.StreamsPartitionLocator;
import io.truenorth.streams.query.StreamsStatusEndpoint;
import io.truenorth.streams.topology.StreamsTopology;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.HostInfo;

/** The parts of a streams service, and how they are connected. */
public final class StreamsComposition {
    static final String NAME = "streams";

    private static final Duration REGISTRY_PAUSE = Duration.ofSeconds(1);

    private StreamsComposition() {}

    /**
     * Assembles a streams service.
     *
     * @param metrics closed with the service
     * @param process a unique id of this process
     */
    public static StreamsService service(
            StreamsServiceConfig config, ServiceMetrics metrics, Clock clock, String process) {
        Admin admin = Admin.create(config.deployment().kafka().client("streams-admin", Map.of()));
        TopicCheck check = new TopicCheck(admin, config.deployment().kafka().startTimeout());
        RecordSerdes serdes = hurried(config.deployment().registry()).serdes();
        RegistryRetry retry = new RegistryRetry(REGISTRY_PAUSE);
        RocksDbMemory memory = new RocksDbMemory(config.engine().storeMemory());
        HostInfo here = here(config);
        Properties settings = config.engine()
                .settings(
                        config.deployment().kafka(), memory, here, config.plan().commitInterval());
        TopicSettingsWatch topicSettings = new TopicSettingsWatch(
                admin,
                Stream.concat(
                                topics(config).stream().map(Topic::name),
                                StreamsTopology.internalTopics(config.engine().applicationId()).stream())
                        .toList());
        Timer arrivalToScore = arrivalToScore(metrics);
        Timer linkToJoin = linkToJoin(metrics);
        Topology topology = StreamsTopology.of(
                config.plan(),
                serdes,
                retry,
                new ProcessingTimes(
                        ms -> arrivalToScore.record(Duration.ofMillis(ms)),
                        ms -> linkToJoin.record(Duration.ofMillis(Math.max(0, ms)))),
                topicSettings::of,
                settings);
        KafkaStreams streams = new KafkaStreams(topology, settings);
        config.engine().closeStateToOthers();
        FormerTasks.delete(
                config.engine().stateDirectory().resolve(config.engine().applicationId()));
        StreamsPartitionLocator locator = locator(config, streams, here, process);
        PartitionWatch partitions = new PartitionWatch(admin, expectedPartitions(config));
        PartitionCounters counters = new PartitionCounters(locator);
        StreamsStatusSource status = new StreamsStatusSource(
                streams, config.plan().topics().topic(Topics.TOUCHPOINTS).name(), counters, arrivalToScore);
        HttpServer http = new HttpServer(
                config.http(),
                metrics,
                health(streams, retry, partitions),
                List.of(
                        new CustomerApi(
                                locator,
                                config.plan().model(),
                                config.plan().joins().ranking(),
                                clock),
                        new StreamsStatusEndpoint(status::get)));
        metrics.bind(streams);
        metrics.bind(new CounterMeters(counters));
        metrics.registry().gauge("streams.registry.waiting", retry, RegistryRetry::waiting);
        FailedStore stores = new FailedStore(
                config.engine().stateDirectory(), config.engine().applicationId());
        StreamsEngine engine =
                new StreamsEngine(streams, config.engine().instanceId().isPresent(), stores);
        Service service = new Service(
                NAME,
                config.deployment().stopTimeout(),
                List.of(
                        Component.closing("metrics", wait -> metrics.close()),
                        Component.closing(
                                "schema-registry-client",
                                wait -> serdes.registry().close()),
                        Component.closing("admin-client", admin::close),
                        Component.closing("rocksdb-memory", wait -> memory.close()),
                        Component.starting("topic-check", () -> check.require(topics(config))),
                        topicSettings,
                        partitions,
                        engine,
                        Component.closing("registry-retry", wait -> retry.close()),
                        http));
        partitions.onChange(() -> engine.stop(config.deployment().stopTimeout()));
        engine.onFailure(new ThreadReplacement(
                config.engine().threads(),
                System::nanoTime,
                threadsReplaced(metrics),
                stores,
                failure -> service.fail(engine.name(), failure)));
        return new StreamsService(service, http, streams::state, counters);
    }

    private static Timer arrivalToScore(ServiceMetrics metrics) {
        return Timer.builder("streams.arrival.to.score")
                .description("from the arrival of a touch to the scoring of its customer")
                .publishPercentiles(0.5, 0.99)
                .register(metrics.registry());
    }

    private static Timer linkToJoin(ServiceMetrics metrics) {
        return Timer.builder("streams.link.to.join")
                .description("from the arrival of a link between identities to the join of their customers")
                .publishPercentiles(0.5, 0.99)
                .register(metrics.registry());
    }

    private static Counter threadsReplaced(ServiceMetrics metrics) {
        return Counter.builder("streams.threads.replaced")
                .description("stream threads that failed and were replaced")
                .register(metrics.registry());
    }

    private static List<Topic<?, ?>> topics(StreamsServiceConfig config) {
        return List.of(
                config.plan().topics().topic(Topics.TOUCHPOINTS),
                config.plan().topics().topic(Topics.LEDGER_IMPORTS),
                config.plan().topics().topic(Topics.IDENTITY_REQUESTS),
                config.plan().topics().topic(Topics.IDENTITY_EVENTS),
                config.plan().topics().topic(Topics.CUSTOMER_REDIRECTS),
                config.plan().topics().topic(Topics.PRIVACY_RECEIPTS),
                config.plan().topics().topic(Topics.RELATIONSHIP_SCORES),
                config.plan().topics().topic(Topics.STAGE_TRANSITIONS),
                config.plan().topics().topic(Topics.ADVOCACY_DASHBOARD),
                config.plan().topics().topic(Topics.TOUCHPOINTS_FAILED));
    }

    /** The topics with agreed partitioning and all internal topics: one task owns the same partition of each. */
    private static List<ExpectedPartitions> expectedPartitions(StreamsServiceConfig config) {
        int agreed = config.plan().topics().agreedPartitions();
        return Stream.concat(
                        ExpectedPartitions.of(topics(config)).stream(),
                        StreamsTopology.internalTopics(config.engine().applicationId()).stream()
                                .map(name -> ExpectedPartitions.ofInternal(name, agreed)))
                .toList();
    }

    /** Short timeouts, since a stream thread waits for the registry: a retry is better than a long wait. */
    private static RegistryConfig hurried(RegistryConfig registry) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "http.connect.timeout.ms", "2000",
                "http.read.timeout.ms", "5000",
                "max.retries", "0"));
        properties.putAll(registry.properties());
        return new RegistryConfig(registry.url(), properties);
    }

    private static HealthChecks health(KafkaStreams streams, RegistryRetry retry, PartitionWatch partitions) {
        StreamsHealth health = new StreamsHealth(streams::state);
        HealthCheck registry = HealthCheck.of(
                "schema-registry",
                () -> retry.waiting() == 0
                        ? Health.up()
                        : Health.down(retry.waiting() + " stream threads are waiting for the schema registry"));
        return new HealthChecks(
                List.of(health.liveness()), List.of(partitions.readiness(), health.readiness(), registry));
    }

    /** Without an address, Kafka Streams provides no partition metadata, not even for local partitions. */
    private static HostInfo here(StreamsServiceConfig config) {
        return config.advertised()
                .map(HostInfo::buildFromEndpoint)
                .orElseGet(
                        () -> new HostInfo(config.http().host(), config.http().port()));
    }

    private static StreamsPartitionLocator locator(
            StreamsServiceConfig config, KafkaStreams streams, HostInfo here, String process) {
        Topic<?, ?> touchpoints = config.plan().topics().topic(Topics.TOUCHPOINTS);
        RelationshipScoring scoring = new RelationshipScoring(config.plan().model());
        return new StreamsPartitionLocator(
                streams,
                here,
                process,
                touchpoints.name(),
                touchpoints.partitions(),
                entries -> new CustomerQueries(
                        entries,
                        scoring,
                        config.plan().limits().reactionWindow(),
                        config.plan().consent()));
    }
}
