package io.truenorth.streams;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.truenorth.contract.Touchpoint;
import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.schemas.Topics;
import io.truenorth.service.ServiceFailedException;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.streams.crash.TestDeployment;
import io.truenorth.testsupport.EmbeddedPlatformExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partitions added to a topic whose number must agree are reported by topic name, and no ledger is lost. */
@ExtendWith(EmbeddedPlatformExtension.class)
class ChangedPartitionsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int CUSTOMERS = 20;
    private static final int ADDED = 2;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path state;

    @ParameterizedTest
    @CsvSource({
        "in-, in-touchpoints",
        "out-, out-relationship-scores",
        "log-, log-streams-customers-changelog",
        "way-, way-streams-advocacy-deltas-repartition"
    })
    void theServiceIsNotReadyAndNamesTheTopicSoon(String prefix, String topic, EmbeddedPlatform platform)
            throws Exception {
        try (TestDeployment deployment = new TestDeployment(platform, prefix)) {
            StreamsService streams = started(deployment);
            try {
                awaitReady(streams);
                deployment.addPartition(topic);

                await("the topic is named")
                        .atMost(SOON)
                        .untilAsserted(() -> assertThat(ready(streams))
                                .returns(503, HttpResponse::statusCode)
                                .extracting(HttpResponse::body)
                                .asString()
                                .contains("topic " + topic + " has 3 partitions, expected 2", "nothing is lost")
                                .doesNotContainIgnoringCase("reset"));
                await("nothing is processed any more")
                        .atMost(PATIENCE)
                        .until(() -> streams.state().get().hasCompletedShutdown());
                assertThat(streams.service().failure()).isEmpty();
            } finally {
                streams.service().close();
            }

            assertThatThrownBy(() -> started(deployment))
                    .isInstanceOf(ServiceFailedException.class)
                    .hasMessageContaining("topic " + topic + " has 3 partitions, expected 2");
        }
    }

    @Test
    void onceTheTopicIsMadeAnewWithWhatWasNotReadEverythingCountsOnce(EmbeddedPlatform platform) throws Exception {
        try (TestDeployment deployment = new TestDeployment(platform, "mended-")) {
            StreamsService streams = started(deployment);
            try {
                for (int customer = 0; customer < CUSTOMERS; customer++) {
                    deployment.send(touch(customer));
                }
                await("all are scored").atMost(PATIENCE).until(() -> deployment.committed() == CUSTOMERS);
                deployment.addPartition(deployment.topic(Topics.TOUCHPOINTS).name());
                await("it stops").atMost(SOON).until(() -> streams.state().get().hasCompletedShutdown());
                sendToTheAddedPartition(deployment, touch(CUSTOMERS));
            } finally {
                streams.service().close();
            }
            deployment.makeTouchpointsAnew();

            StreamsService again = started(deployment);
            try {
                await("what came to the added partition is scored too")
                        .atMost(PATIENCE)
                        .until(() -> again.counters().sum().scored() == CUSTOMERS + 1);
                assertThat(IntStream.rangeClosed(0, CUSTOMERS))
                        .allSatisfy(customer -> assertThat(
                                        get(again, "/v1/customers/crm:c-" + customer + "?asOf=2026-02-15")
                                                .statusCode())
                                .isEqualTo(200));
                assertThat(again.counters().sum().duplicates()).isZero();
            } finally {
                again.service().close();
            }
        }
    }

    private StreamsService started(TestDeployment deployment) throws InterruptedException {
        return RunningStreams.of(
                deployment,
                state,
                Map.of("TRUENORTH_STREAMS_THREADS", "1", "TRUENORTH_STREAMS_SESSION_TIMEOUT", "6s"),
                ServiceMetrics.ofPart("streams"));
    }

    private void awaitReady(StreamsService streams) {
        await("it runs").atMost(PATIENCE).until(() -> streams.state().get() == KafkaStreams.State.RUNNING);
        await("it is ready").atMost(PATIENCE).until(() -> ready(streams).statusCode() == 200);
    }

    private static Touchpoint touch(int customer) {
        return aTouchpoint("purchase")
                .by("c-" + customer)
                .at("2026-02-10T10:00:00Z")
                .build();
    }

    private static void sendToTheAddedPartition(TestDeployment deployment, Touchpoint touch) throws Exception {
        var topic = deployment.topic(Topics.TOUCHPOINTS);
        byte[] key = ("crm:c-" + CUSTOMERS).getBytes(StandardCharsets.UTF_8);
        byte[] value = deployment.serdes().value(topic).serializer().serialize(topic.name(), touch);
        try (Producer<byte[], byte[]> producer = deployment.producer()) {
            producer.send(new ProducerRecord<>(topic.name(), ADDED, key, value)).get();
        }
    }

    private HttpResponse<String> ready(StreamsService streams) throws Exception {
        return get(streams, "/health/ready");
    }

    private HttpResponse<String> get(StreamsService asked, String path) throws Exception {
        URI address = asked.http().uri().resolve(path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
