package io.truenorth.benchmarks.harness;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.truenorth.embedded.LocalRegistry;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.kafka.SchemaProvisioner;
import io.truenorth.service.kafka.TopicProvisioner;
import io.truenorth.service.kafka.TopicsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Broker and registry in their own process, provisioned, with clients for them. */
public final class Platform implements AutoCloseable {
    /** The default topics. */
    public static final TopicCatalogue TOPICS = TopicCatalogue.standard();

    private static final String NAME = "platform";
    private static final List<String> JVM = List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final short ONE_COPY = 1;

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
        new TopicProvisioner(platform.admin, PATIENCE).provision(new TopicsConfig(TOPICS, ONE_COPY));
        new SchemaProvisioner(platform.serdes.registry()).provisionOwnRegistry(TOPICS);
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

    public <K, V> Topic<K, V> topic(Topic<K, V> topic) {
        return TOPICS.topic(topic);
    }

    /** Number of touchpoints that an application has committed. */
    public long committed(String applicationId) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get();
        String touchpoints = topic(Topics.TOUCHPOINTS).name();
        return offsets.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(touchpoints) && entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    /** Deletes the internal topics of an application. */
    public void forget(String applicationId) throws InterruptedException, ExecutionException {
        Set<String> own = admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(applicationId + "-"))
                .collect(Collectors.toSet());
        admin.deleteTopics(own).all().get();
    }

    @Override
    public void close() throws IOException {
        admin.close();
        serdes.registry().close();
        process.close();
    }
}
