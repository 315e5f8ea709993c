package io.truenorth.benchmarks.harness;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.embedded.LocalRegistry;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.kafka.SchemaProvisioner;
import io.truenorth.service.kafka.TopicProvisioner;
import io.truenorth.service.kafka.TopicsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Broker and registry in their own process, provisioned, with clients for them. */
public final class Platform implements AutoCloseable {
    private static final TopicCatalogue TOPICS = TopicCatalogue.standard();

    private static final String NAME = "platform";
    private static final List<String> JVM = List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final short ONE_COPY = 1;
    private static final int NODE = 1;

    private final ChildProcess process;
    private final String bootstrapServers;
    private final String registryUrl;
    private final Path registryDirectory;
    private final RecordSerdes serdes;
    private final Admin admin;

    private Platform(ChildProcess process, List<String> addresses, Path registryDirectory) {
        this.process = process;
        this.bootstrapServers = addresses.get(0);
        this.registryUrl = addresses.get(1);
        this.registryDirectory = registryDirectory;
        this.serdes = RecordSerdes.on(registryUrl, LocalRegistry.clientPropertiesIn(registryDirectory));
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    public static Platform start(Workspace workspace) throws IOException, InterruptedException, RestClientException {
        Path directory = Files.createDirectory(workspace.directory(NAME));
        ChildProcess process = workspace.start(NAME, JVM, PlatformMain.class, List.of(directory.toString()));
        List<String> addresses = new ReadyFile(directory.resolve(PlatformMain.ADDRESSES)).await(process);
        Platform platform = new Platform(process, addresses, directory.resolve("registry"));
        platform.provision(TOPICS);
        return platform;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public String registryUrl() {
        return registryUrl;
    }

    /** The directory with the registry's credentials. */
    public Path registryDirectory() {
        return registryDirectory;
    }

    public RecordSerdes serdes() {
        return serdes;
    }

    public ChildProcess process() {
        return process;
    }

    /** Creates the topics of a catalogue, and registers their schemas. */
    public void provision(TopicCatalogue catalogue) throws InterruptedException, IOException, RestClientException {
        new TopicProvisioner(admin, PATIENCE).provision(new TopicsConfig(catalogue, ONE_COPY));
        new SchemaProvisioner(serdes.registry()).provisionOwnRegistry(catalogue);
    }

    /** Deletes the records of some topics of a provisioned catalogue: these are created anew. */
    public void empty(TopicCatalogue catalogue, List<Topic<?, ?>> topics)
            throws InterruptedException, ExecutionException {
        delete(topics.stream().map(catalogue::topic).map(Topic::name).collect(Collectors.toSet()));
        new TopicProvisioner(admin, PATIENCE).provision(new TopicsConfig(catalogue, ONE_COPY));
    }

    /** Deletes the topics of a catalogue. */
    public void delete(TopicCatalogue catalogue) throws InterruptedException, ExecutionException {
        delete(catalogue.all().stream().map(Topic::name).collect(Collectors.toSet()));
    }

    /** Returns the size of each partition's log, in bytes, of the topics that a predicate accepts by name. */
    public Map<TopicPartition, Long> logSizes(Predicate<String> topics)
            throws InterruptedException, ExecutionException {
        return admin.describeLogDirs(List.of(NODE)).allDescriptions().get().values().stream()
                .flatMap(directories -> directories.values().stream())
                .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                .filter(replica -> topics.test(replica.getKey().topic()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, replica -> replica.getValue().size()));
    }

    /** Returns the number of records that were written to a topic, the ends of transactions included. */
    public long written(String topic, int partitions) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    /** Returns the size of each partition of an application's changelogs, in bytes. */
    public Map<TopicPartition, Long> changelogSizes(String applicationId)
            throws InterruptedException, ExecutionException {
        return logSizes(topic -> topic.startsWith(applicationId + "-") && topic.endsWith("-changelog"));
    }

    /** Number of records of a topic that an application has committed. */
    public long committed(String applicationId, Topic<?, ?> topic) throws InterruptedException, ExecutionException {
        return committed(applicationId, topic.name());
    }

    /** Number of records of a topic that an application has committed, the ends of transactions included. */
    public long committed(String applicationId, String topic) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get();
        return offsets.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic) && entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    /** Deletes the internal topics of an application. */
    public void forget(String applicationId) throws InterruptedException, ExecutionException {
        delete(admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(applicationId + "-"))
                .collect(Collectors.toSet()));
    }

    /** Returns when the broker does not know them any more. */
    private void delete(Set<String> topics) throws InterruptedException, ExecutionException {
        Set<String> deleted = new HashSet<>(topics);
        deleted.retainAll(admin.listTopics().names().get());
        admin.deleteTopics(deleted).all().get();
        while (!Collections.disjoint(admin.listTopics().names().get(), deleted)) {
            Thread.sleep(PAUSE.toMillis());
        }
    }

    @Override
    public void close() throws IOException {
        admin.close();
        serdes.registry().close();
        process.close();
    }
}
