package io.truenorth.cli.privacy.trace;

import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.privacy.trace.SearchedPlace.Unit;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import io.truenorth.deployment.Deployment;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.streams.topology.StreamsTopology;
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
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;

/** Scans all topics of a deployment: those of its catalogue, and the internal ones of its streams service. */
public final class DeploymentScan {
    private final Deployment deployment;
    private final IdentityTraces traces;
    private final List<NotSearched> notSearched = new ArrayList<>();

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
     * @throws CommandFailure if a topic is missing, or cannot be seen or read with these credentials
     */
    public List<SearchedPlace> run(Set<String> further, BiConsumer<String, Long> progress)
            throws InterruptedException, IOException {
        List<SearchedPlace> places = new ArrayList<>();
        Topic<String, Touchpoint> touchpoints = deployment.topics().topic(Topics.TOUCHPOINTS);
        Topic<String, IdentityRequest> requests = deployment.topics().topic(Topics.IDENTITY_REQUESTS);
        Topic<String, RelationshipScore> scores = deployment.topics().topic(Topics.RELATIONSHIP_SCORES);
        RecordSerdes serdes = deployment.registry().serdes();
        try (Deserializer<Touchpoint> events = serdes.value(touchpoints).deserializer();
                Deserializer<IdentityRequest> changes = serdes.value(requests).deserializer();
                Deserializer<RelationshipScore> published = serdes.value(scores).deserializer()) {
            Map<String, Function<byte[], Optional<Instant>>> beginnings = Map.of(
                    touchpoints.name(), value -> read(() -> occurredAt(events.deserialize(touchpoints.name(), value))),
                    requests.name(), value -> read(() -> beginsAt(changes.deserialize(requests.name(), value))),
                    scores.name(), value -> read(() -> firstTouchAt(published.deserialize(scores.name(), value))));
            for (Map.Entry<String, TopicSettings> topic : settings(further).entrySet()) {
                String name = topic.getKey();
                progress.accept(name, 0L);
                TopicScan scan = new TopicScan(
                        name, topic.getValue(), traces, beginnings.getOrDefault(name, value -> Optional.empty()));
                List<Finding> findings = read(scan, name, progress);
                places.add(new SearchedPlace(name, Unit.RECORDS, scan.records(), List.copyOf(findings), List.of()));
            }
        } finally {
            serdes.registry().close();
        }
        return places;
    }

    private List<Finding> read(TopicScan scan, String topic, BiConsumer<String, Long> progress) {
        try {
            return scan.run(deployment, count -> progress.accept(topic, count));
        } catch (AuthorizationException denied) {
            throw new CommandFailure(topic + " cannot be read, nothing was verified: " + denied.getMessage()
                    + " (the ACLs that the command needs are in docs/deploy.md)");
        }
    }

    private static Optional<Instant> occurredAt(Touchpoint touchpoint) {
        return Optional.of(Instant.ofEpochMilli(touchpoint.getOccurredAt()));
    }

    private static Optional<Instant> firstTouchAt(RelationshipScore score) {
        return Optional.ofNullable(score.getFirstTouchAt()).map(Instant::ofEpochMilli);
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
            if (e.getCause() instanceof AuthorizationException denied) {
                throw new CommandFailure("the settings of topics cannot be read, nothing was verified: "
                        + denied.getMessage() + " (the ACLs that the command needs are in docs/deploy.md)");
            }
            throw new IllegalStateException("the settings of topics cannot be read: " + e.getCause(), e);
        }
    }

    private Set<String> wanted(Set<String> existing, Set<String> further) {
        Set<String> wanted = new TreeSet<>(further);
        deployment.topics().all().forEach(topic -> wanted.add(topic.name()));
        wanted.addAll(StreamsTopology.internalTopics(deployment.applicationId()));
        List<String> unseen =
                wanted.stream().filter(name -> !existing.contains(name)).toList();
        if (!unseen.isEmpty()) {
            throw new CommandFailure("missing, or not visible with these credentials: " + String.join(", ", unseen)
                    + "; nothing was verified. If they exist, this principal needs the ACLs of docs/deploy.md; if not, run"
                    + " 'truenorth provision', and start the streams service once");
        }
        existing.stream()
                .filter(name -> name.startsWith(deployment.applicationId() + "-") && !wanted.contains(name))
                .sorted()
                .forEach(
                        name -> notSearched.add(
                                NotSearched.ofAnotherApplication(
                                        name,
                                        "a topic of another application, or of an earlier version: name it by --topic to have it searched")));
        return wanted;
    }

    /** Topics that are not searched, as their names only begin like those of the deployment's internal topics. */
    public List<NotSearched> notSearched() {
        return List.copyOf(notSearched);
    }
}
