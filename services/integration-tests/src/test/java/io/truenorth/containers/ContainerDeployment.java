package io.truenorth.containers;

import io.truenorth.cli.query.ExportedCustomer;
import io.truenorth.cli.query.ExportedScores;
import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.TopicTail;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.http.TokenHash;
import io.truenorth.streams.StreamsServiceConfig;
import io.truenorth.streams.topology.PublishedSums;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A deployment of our image on a platform, provisioned, under a prefix of its own; its services ask for a token. */
final class ContainerDeployment implements AutoCloseable {
    static final int PARTITIONS = 4;

    private static final int GATEWAY_PORT = 8080;
    private static final int STREAMS_PORT = 8082;

    private final ContainerPlatform platform;
    private final String prefix;
    private final String token = TokenHash.newToken(new SecureRandom());
    private final List<TruenorthContainer> services = new ArrayList<>();

    private ContainerDeployment(ContainerPlatform platform, String prefix) {
        this.platform = platform;
        this.prefix = prefix;
    }

    /** A deployment whose topics and schemas the command line in a container has made. */
    static ContainerDeployment provisioned(ContainerPlatform platform, String prefix) {
        ContainerDeployment deployment = new ContainerDeployment(platform, prefix);
        try (TruenorthContainer provision =
                TruenorthContainer.command(platform.network(), deployment.environment(), "provision")) {
            provision.start();
        }
        return deployment;
    }

    private Map<String, String> environment() {
        return environment(platform.innerBootstrapServers(), ContainerPlatform.innerRegistry());
    }

    private Map<String, String> environment(String bootstrapServers, String registry) {
        return Map.of(
                "TRUENORTH_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers,
                "TRUENORTH_REGISTRY_URL", registry,
                "TRUENORTH_TOPICS_PREFIX", prefix,
                "TRUENORTH_TOPICS_PARTITIONS", Integer.toString(PARTITIONS),
                "TRUENORTH_STREAMS_APPLICATION_ID", applicationId());
    }

    String applicationId() {
        return prefix + "streams";
    }

    String token() {
        return token;
    }

    TruenorthContainer startGateway() {
        return start("gateway", "gateway", GATEWAY_PORT, Map.of());
    }

    /** The only instance of the streams service. */
    TruenorthContainer startStreams() {
        return start("streams", "streams", STREAMS_PORT, Map.of());
    }

    /** One of several, with a copy of every store on another one. */
    TruenorthContainer startStreams(int number) {
        String name = prefix + "streams-" + number;
        return start(
                "streams",
                name,
                STREAMS_PORT,
                Map.of(
                        "TRUENORTH_STREAMS_ADVERTISED", name + ":" + STREAMS_PORT,
                        "TRUENORTH_STREAMS_STANDBYS", "1",
                        "TRUENORTH_STREAMS_THREADS", "1",
                        "TRUENORTH_STREAMS_SESSION_TIMEOUT", "10s"));
    }

    private TruenorthContainer start(String service, String name, int port, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(more);
        environment.put(
                "TRUENORTH_" + service.toUpperCase(Locale.ROOT) + "_HTTP_TOKENS",
                TokenHash.of("test", token).toString());
        TruenorthContainer container =
                TruenorthContainer.service(platform.network(), service, name, port, environment, token);
        services.add(container);
        container.start();
        return container;
    }

    /** As a client on this machine knows it, which asks that instance. */
    Deployment seenFrom(URI streams) {
        Map<String, String> outside = environment(platform.outerBootstrapServers(), platform.outerRegistry());
        StreamsServiceConfig config = Configuration.read(ConfigSources.of(outside), StreamsServiceConfig::read);
        return Deployment.of(config.deployment(), config.engine().applicationId(), streams, Optional.of(token));
    }

    /** Where all customers stand at a moment, in the order in which they are exported. */
    Map<String, ScoreSnapshot> snapshots(URI streams, long asOf) throws InterruptedException {
        Map<String, ScoreSnapshot> snapshots = new LinkedHashMap<>();
        ExportedScores export = ExportedScores.of(seenFrom(streams).queryClient(), asOf, "");
        for (Optional<ExportedCustomer> next = export.next(); next.isPresent(); next = export.next()) {
            snapshots.put(next.get().customer(), next.get().snapshot());
        }
        return snapshots;
    }

    /** What readers of the topics see. */
    PublishedSums published(URI streams) {
        Deployment deployment = seenFrom(streams);
        RecordSerdes serdes = deployment.registry().serdes();
        PublishedSums sums = new PublishedSums();
        sums.read(
                latest(deployment, serdes, Topics.RELATIONSHIP_SCORES),
                latest(deployment, serdes, Topics.ADVOCACY_DASHBOARD).values());
        return sums;
    }

    /** The last value of each key; null is a tombstone. */
    private static <V> Map<String, V> latest(Deployment deployment, RecordSerdes serdes, Topic<String, V> topic) {
        Map<String, V> values = new HashMap<>();
        try (TopicTail<V> tail =
                TopicTail.of(deployment, serdes, deployment.topics().topic(topic), Optional.empty())) {
            tail.catchUp(values::put);
        }
        return values;
    }

    @Override
    public void close() {
        services.forEach(TruenorthContainer::stop);
    }
}
