package io.truenorth.cli.privacy.trace;

import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.Touchpoint;
import io.truenorth.deployment.Deployment;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;

/** Scans all topics of a deployment: those of its catalogue, and the internal ones of its streams service. */
public final class DeploymentScan {
    private final Deployment deployment;
    private final IdentityTraces traces;

    private long records;
    private int topics;

    /** A scan for the identities of a person. */
    public DeploymentScan(Deployment deployment, IdentityTraces traces) {
        this.deployment = deployment;
        this.traces = traces;
    }

    /**
     * Scans the topics.
     *
     * @param further names of other topics
     * @param progress receives the topic and the number of its records that were read
     */
    public List<Finding> run(Set<String> further, BiConsumer<String, Long> progress)
            throws InterruptedException, IOException {
        List<Finding> findings = new ArrayList<>();
        Topic<String, Touchpoint> touchpoints = deployment.topics().topic(Topics.TOUCHPOINTS);
        Topic<String, IdentityRequest> requests = deployment.topics().topic(Topics.IDENTITY_REQUESTS);
        RecordSerdes serdes = deployment.registry().serdes();
        try (Deserializer<Touchpoint> events = serdes.value(touchpoints).deserializer();
                Deserializer<IdentityRequest> changes = serdes.value(requests).deserializer()) {
            Map<String, Function<byte[], Optional<Instant>>> beginnings = Map.of(
                    touchpoints.name(), value -> read(() -> occurredAt(events.deserialize(touchpoints.name(), value))),
                    requests.name(), value -> read(() -> beginsAt(changes.deserialize(requests.name(), value))));
            for (Map.Entry<String, TopicSettings> topic : settings(further).entrySet()) {
                String name = topic.getKey();
                progress.accept(name, 0L);
                TopicScan scan = new TopicScan(
                        name, topic.getValue(), traces, beginnings.getOrDefault(name, value -> Optional.empty()));
                findings.addAll(scan.run(deployment, count -> progress.accept(name, count)));
                records += scan.records();
                topics++;
            }
        } finally {
            serdes.registry().close();
        }
        return findings;
    }

    private static Optional<Instant> occurredAt(Touchpoint touchpoint) {
        return Optional.of(Instant.ofEpochMilli(touchpoint.getOccurredAt()));
    }

    /** A link or a consent may begin a relationship; another erasure does not. */
    private static Optional<Instant> beginsAt(IdentityRequest request) {
        return request.getErasure() == null
                ? Optional.of(Instant.ofEpochMilli(request.getRequestedAt()))
                : Optional.empty();
    }

    private static Optional<Instant> read(Supplier<Optional<Instant>> reading) {
        try {
            return reading.get();
        } catch (KafkaException e) {
            // What cannot be read begins nothing.
            return Optional.empty();
        }
    }

    private Map<String, TopicSettings> settings(Set<String> further) throws InterruptedException {
        try (Admin admin = Admin.create(deployment.admin("truenorth-verify-admin"))) {
            Set<String> wanted = wanted(admin.listTopics().names().get(), further);
            List<ConfigResource> resources = wanted.stream()
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(resources).all().get();
            return configs.entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().name(),
                            entry -> TopicSettings.of(entry.getValue()),
                            (one, other) -> one,
                            TreeMap::new));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException silence) {
                throw silence;
            }
            throw new IllegalStateException("the settings of topics cannot be read: " + e.getCause(), e);
        }
    }

    private Set<String> wanted(Set<String> existing, Set<String> further) {
        Set<String> catalogue =
                deployment.topics().all().stream().map(Topic::name).collect(Collectors.toSet());
        String internal = deployment.applicationId() + "-";
        return existing.stream()
                .filter(name -> catalogue.contains(name) || name.startsWith(internal) || further.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The number of records that were read. */
    public long records() {
        return records;
    }

    /** The number of topics that were read. */
    public int topics() {
        return topics;
    }
}
