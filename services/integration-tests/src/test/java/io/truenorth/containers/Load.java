package io.truenorth.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.deployment.Deployment;
import io.truenorth.producer.TouchpointProducer;
import io.truenorth.relationship.ledger.Days;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.simulator.ExpectedScores;
import io.truenorth.simulator.KafkaTouchpointSink;
import io.truenorth.simulator.SimulatedTouch;
import io.truenorth.simulator.Simulation;
import io.truenorth.simulator.SimulationConfig;
import io.truenorth.simulator.TouchpointSink;
import io.truenorth.simulator.Traffic;
import io.truenorth.streams.topology.PublishedSums;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Simulated customers who go on until they are stopped, and the truth: what must become of all they did. */
final class Load implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int PER_SECOND = 400;
    private static final int CUSTOMERS = 300;

    private final ContainerDeployment deployment;
    private final ExpectedScores expected = new ExpectedScores();
    private final BothWays sender;
    private final Traffic traffic;
    private final CompletableFuture<Void> running;
    private long events;
    private long lastOccurred;

    private Load(ContainerDeployment deployment, URI gateway, URI streams) {
        this.deployment = deployment;
        Deployment seen = deployment.seenFrom(streams);
        RecordSerdes serdes = seen.registry().serdes();
        Map<String, Object> patient = seen.kafka()
                .client("load", Map.of(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis()));
        TouchpointProducer producer =
                TouchpointProducer.on(patient, serdes, seen.topics().topic(Topics.TOUCHPOINTS));
        this.sender = new BothWays(
                new KafkaTouchpointSink(producer, Clock.systemUTC()), new GatewayClient(gateway, deployment.token()));
        this.traffic = new Traffic(
                new Simulation(SimulationConfig.of(11, CUSTOMERS, Instant.parse("2024-01-01T00:00:00Z"))
                        .withActivity(3)),
                new Remembered(),
                Clock.systemUTC(),
                PER_SECOND);
        this.running = CompletableFuture.runAsync(traffic::run);
    }

    /** Load that runs, on both ways into the pipeline. */
    static Load on(ContainerDeployment deployment, TruenorthContainer gateway, TruenorthContainer streams) {
        return new Load(deployment, gateway.uri(), streams.uri());
    }

    /** Waits until that many more were sent. */
    void awaitMore(long touches) {
        long enough = traffic.sent() + touches;
        await("load goes on").atMost(PATIENCE).until(() -> running.isDone() || traffic.sent() >= enough);
        assertThat(running).as("load").isNotDone();
    }

    /** Ends it; whatever was sent is delivered. */
    void end() {
        traffic.close();
        running.join();
        sender.flush();
    }

    long sent() {
        return traffic.sent();
    }

    long posted() {
        return sender.posted();
    }

    /** A customer who exists. */
    String someCustomer() {
        return expected.ledgers().keySet().iterator().next();
    }

    /** Waits until the instances have processed all, and compares all that they know and have published. */
    void assertNothingDiffers(List<TruenorthContainer> instances) throws InterruptedException {
        await("all are processed").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(total(instances, "streams_touchpoints_scored")).isEqualTo(events);
        });
        assertThat(total(instances, "streams_touchpoints_received"))
                .as("received = scored + duplicates")
                .isEqualTo(events + total(instances, "streams_touchpoints_duplicates"));
        for (TruenorthContainer instance : instances) {
            assertThat(instance.metrics().sum("streams_touchpoints_failed"))
                    .as("failed")
                    .isZero();
            await("all are joined")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(differences(deployment.snapshots(instance.uri(), asOf())))
                            .as("customers whose scores differ")
                            .isEmpty());
        }
        URI any = instances.get(0).uri();
        await("the dashboard's topic").atMost(PATIENCE).untilAsserted(() -> {
            PublishedSums published = deployment.published(any);
            assertThat(published.scores().keySet()).isEqualTo(expected.ledgers().keySet());
            published.assertExact(List.of("region", "tier"));
            assertThat(published.snapshot("all").getCustomers())
                    .isEqualTo(expected.ledgers().size());
        });
    }

    /** The midnight after the last touch, so that all of them count. */
    private long asOf() {
        return Days.start(Days.of(lastOccurred) + 1);
    }

    private Set<String> differences(Map<String, ScoreSnapshot> found) {
        Map<String, ScoreSnapshot> snapshots = expected.snapshots(ScoringModel.standard(), asOf());
        Set<String> customers = new TreeSet<>(snapshots.keySet());
        customers.addAll(found.keySet());
        customers.removeIf(customer -> Objects.equals(found.get(customer), snapshots.get(customer)));
        return customers;
    }

    /** Each partition is counted once, by whoever has it. */
    static long total(List<TruenorthContainer> instances, String counter) {
        Map<Integer, Long> byPartition = new TreeMap<>();
        instances.forEach(instance -> byPartition.putAll(instance.metrics().byPartition(counter)));
        return byPartition.values().stream().mapToLong(count -> count).sum();
    }

    @Override
    public void close() {
        traffic.close();
        sender.close();
    }

    /** What is sent is what is true. */
    private final class Remembered implements TouchpointSink {
        @Override
        public void send(SimulatedTouch touch) {
            expected.accept(touch);
            // A retraction replaces the entry of its event, or the other way round: it is a duplicate.
            events += touch.isRetraction() ? 0 : 1;
            lastOccurred = Math.max(lastOccurred, touch.occurredAt());
            sender.send(touch);
        }

        @Override
        public void flush() {
            sender.flush();
        }

        @Override
        public void close() {}
    }
}
