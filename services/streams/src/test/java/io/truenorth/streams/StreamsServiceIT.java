package io.truenorth.streams;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.contract.Touchpoint;
import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.query.ApiJson;
import io.truenorth.query.StreamsStatus;
import io.truenorth.query.StreamsStatus.PartitionStatus;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.streams.crash.TestDeployment;
import io.truenorth.testsupport.EmbeddedPlatformExtension;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The service on a real broker: each of two instances answers for both, and one alone for itself. */
@ExtendWith(EmbeddedPlatformExtension.class)
class StreamsServiceIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CUSTOMERS = 40;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void eachInstanceAnswersForAllCustomers(EmbeddedPlatform platform, @TempDir Path state) throws Exception {
        try (TestDeployment deployment = new TestDeployment(platform, "two-")) {
            StreamsService one = instance(deployment, state, 1);
            StreamsService other = instance(deployment, state, 2);
            try {
                one.service().start();
                other.service().start();
                await("both run").atMost(PATIENCE).until(() -> owns(one) && owns(other));
                send(deployment);
                await("all are scored")
                        .atMost(PATIENCE)
                        .until(() -> one.counters()
                                        .sum()
                                        .plus(other.counters().sum())
                                        .scored()
                                == CUSTOMERS);

                for (StreamsService asked : List.of(one, other)) {
                    for (int customer = 0; customer < CUSTOMERS; customer++) {
                        HttpResponse<String> answer = get(asked, "/v1/customers/crm:c-" + customer);
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    }
                    assertThat(export(asked)).hasSize(CUSTOMERS).doesNotHaveDuplicates();
                }
                assertThat(get(one, "/metrics").body())
                        .contains("streams_touchpoints_scored", "streams_arrival_to_score");
                assertThat(get(one, "/health/ready").statusCode()).isEqualTo(200);
                assertThat(List.of(status(one), status(other)))
                        .allSatisfy(status -> assertThat(status.state()).isEqualTo("running"))
                        .allSatisfy(status -> assertThat(status.lagRecords()).contains(0L))
                        .allSatisfy(status -> assertThat(status.arrivalToScoreP99Millis())
                                .hasValueSatisfying(millis -> assertThat(millis).isPositive()));
                assertThat(Stream.of(status(one), status(other))
                                .flatMap(status -> status.counters().stream())
                                .mapToLong(PartitionStatus::scored)
                                .sum())
                        .isEqualTo(CUSTOMERS);
            } finally {
                one.service().close();
                other.service().close();
            }
            assertThat(one.service().failure()).isEmpty();
        }
    }

    @Test
    void theOnlyInstanceNeedsNoAddressToAnswer(EmbeddedPlatform platform, @TempDir Path state) throws Exception {
        try (TestDeployment deployment = new TestDeployment(platform, "one-")) {
            StreamsService only = RunningStreams.of(deployment, state, Map.of(), ServiceMetrics.ofPart("streams"));
            try {
                send(deployment);
                await("all are scored")
                        .atMost(PATIENCE)
                        .until(() -> only.counters().sum().scored() == CUSTOMERS);

                assertThat(get(only, "/v1/customers/crm:c-1").statusCode()).isEqualTo(200);
                assertThat(export(only)).hasSize(CUSTOMERS).doesNotHaveDuplicates();
            } finally {
                only.service().close();
            }
        }
    }

    private StreamsStatus status(StreamsService streams) throws Exception {
        byte[] answer = get(streams, "/v1/status").body().getBytes(StandardCharsets.UTF_8);
        return ApiJson.read(answer, StreamsStatus.class);
    }

    private static StreamsService instance(TestDeployment deployment, Path state, int number) throws IOException {
        int port = freePort();
        Map<String, String> environment = new HashMap<>(deployment.environment());
        environment.put("TRUENORTH_STREAMS_INSTANCE_ID", "instance-" + number);
        environment.put("TRUENORTH_STREAMS_HTTP_PORT", Integer.toString(port));
        environment.put("TRUENORTH_STREAMS_ADVERTISED", "127.0.0.1:" + port);
        environment.put("TRUENORTH_STREAMS_THREADS", "1");
        environment.put(
                "TRUENORTH_STREAMS_STATE_DIRECTORY", state.resolve("i" + number).toString());
        return service(environment, "run-" + number);
    }

    private static StreamsService service(Map<String, String> environment, String process) {
        return StreamsComposition.service(
                Configuration.read(ConfigSources.of(environment), StreamsServiceConfig::read),
                ServiceMetrics.ofPart("streams"),
                Clock.systemUTC(),
                process);
    }

    /** The advertised address of an instance must be known before it starts. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean owns(StreamsService streams) {
        return streams.state().get() == KafkaStreams.State.RUNNING
                && (streams.counters().of(0).isPresent()
                        || streams.counters().of(1).isPresent());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // closing the producer waits for all
    private static void send(TestDeployment deployment) {
        Topic<String, Touchpoint> topic = deployment.topic(Topics.TOUCHPOINTS);
        try (Producer<byte[], byte[]> producer = deployment.producer()) {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                Touchpoint touchpoint = aTouchpoint("purchase")
                        .by("c-" + customer)
                        .at("2026-02-10T10:00:00Z")
                        .build();
                producer.send(new ProducerRecord<>(
                        topic.name(),
                        ("crm:c-" + customer).getBytes(StandardCharsets.UTF_8),
                        deployment.serdes().value(topic).serializer().serialize(topic.name(), touchpoint)));
            }
        }
    }

    private List<String> export(StreamsService asked) throws Exception {
        List<String> customers = new ArrayList<>();
        String path = "/v1/scores?limit=7&asOf=2026-02-15";
        while (path != null) {
            HttpResponse<String> answer = get(asked, path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode page = new ObjectMapper().readTree(answer.body());
            page.get("scores")
                    .forEach(line -> customers.add(line.get("customer").asText()));
            path = page.has("next")
                    ? "/v1/scores?limit=7&cursor=" + page.get("next").asText()
                    : null;
        }
        return customers;
    }

    private HttpResponse<String> get(StreamsService asked, String path) throws Exception {
        URI address = asked.http().uri().resolve(path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
