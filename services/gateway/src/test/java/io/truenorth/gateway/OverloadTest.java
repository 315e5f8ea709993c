package io.truenorth.gateway;

import static io.truenorth.gateway.GatewayUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.gateway.GatewayUnderTest.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class OverloadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void theAnswerWaitsForKafka() {
        try (GatewayUnderTest gateway = GatewayUnderTest.startedWithSilentKafka(Map.of())) {
            CompletableFuture<Answer> answer = posted(gateway, "[" + event() + "," + event("kind:\"purchase\"") + "]");
            await().atMost(PATIENCE).until(() -> gateway.producer.history().size() == 2);

            gateway.producer.completeNext();
            assertThat(answer).isNotDone();
            gateway.producer.completeNext();

            assertThat(answer.join().status()).isEqualTo(202);
        }
    }

    @Test
    void oneRecordThatIsNotAcknowledgedFailsTheRequest() {
        try (GatewayUnderTest gateway = GatewayUnderTest.startedWithSilentKafka(Map.of())) {
            CompletableFuture<Answer> answer = posted(gateway, "[" + event() + "," + event("kind:\"purchase\"") + "]");
            await().atMost(PATIENCE).until(() -> gateway.producer.history().size() == 2);

            gateway.producer.completeNext();
            gateway.producer.errorNext(new TimeoutException("expired"));

            assertUnavailable(answer.join(), "not every event was acknowledged");
            assertThat(gateway.count("gateway.touchpoints.accepted")).isZero();
            assertThat(gateway.count("gateway.touchpoints.refused", "reason", "kafka-away"))
                    .isEqualTo(1);
        }
    }

    @Test
    void theWaitForAcknowledgementsEnds() {
        Map<String, String> impatient = Map.of("TRUENORTH_GATEWAY_PRODUCER_ACK_TIMEOUT", "2s");
        try (GatewayUnderTest gateway = GatewayUnderTest.startedWithSilentKafka(impatient)) {
            assertUnavailable(gateway.post(event()), "Kafka did not acknowledge within 2000 ms");
        }
    }

    @Test
    void aFullBufferIsAnsweredAndRecoveredFrom() {
        try (GatewayUnderTest gateway = GatewayUnderTest.started()) {
            gateway.producer.sendException = new TimeoutException("no memory for the record");
            assertUnavailable(gateway.post(event()), "not every event was acknowledged");

            gateway.producer.sendException = null;
            assertThat(gateway.post(event()).status()).isEqualTo(202);
        }
    }

    @Test
    void whileNoBrokerAnswersNothingIsTried() {
        try (GatewayUnderTest gateway = GatewayUnderTest.started()) {
            gateway.kafkaReachable.set(false);
            assertUnavailable(gateway.post(event()), "no broker answers");
            assertThat(gateway.producer.history()).isEmpty();

            gateway.kafkaReachable.set(true);
            assertThat(gateway.post(event()).status()).isEqualTo(202);
        }
    }

    @Test
    void aSchemaThatIsNotRegisteredSendsNothing() {
        try (GatewayUnderTest gateway = GatewayUnderTest.startedUnprovisioned()) {
            assertUnavailable(
                    gateway.post(event()),
                    "the schema registry does not know the schema of touchpoints, or does not answer");
            assertThat(gateway.producer.history()).isEmpty();
        }
    }

    @Test
    void requestsBeyondTheLimitAreRejected() {
        Map<String, String> narrow = Map.of("TRUENORTH_GATEWAY_LIMITS_REQUESTS", "1");
        try (GatewayUnderTest gateway = GatewayUnderTest.startedWithSilentKafka(narrow)) {
            CompletableFuture<Answer> first = posted(gateway, event());
            await().atMost(PATIENCE).until(() -> gateway.producer.history().size() == 1);

            Answer second = gateway.post(event());

            assertThat(second.status()).isEqualTo(503);
            assertThat(second.body().get("type").asText()).isEqualTo("urn:truenorth:problem:overloaded");
            assertThat(second.header("retry-after")).isEqualTo("1");
            gateway.producer.completeNext();
            assertThat(first.join().status()).isEqualTo(202);
        }
    }

    @Test
    void theMemoryOfBodiesIsHeldUntilKafkaAnswersAndNoLonger() {
        Map<String, String> small = Map.of(
                "TRUENORTH_GATEWAY_LIMITS_MEMORY", "1MiB",
                "TRUENORTH_GATEWAY_LIMITS_UNPACKED_BODY", "1MiB");
        try (GatewayUnderTest gateway = GatewayUnderTest.startedWithSilentKafka(small)) {
            CompletableFuture<Answer> first = posted(gateway, event() + " ".repeat(1_000_000));
            await().atMost(PATIENCE).until(() -> gateway.producer.history().size() == 1);

            Answer second = gateway.post(event() + " ".repeat(100_000));
            gateway.producer.completeNext();

            assertThat(second.status()).isEqualTo(503);
            assertThat(second.body().get("type").asText()).isEqualTo("urn:truenorth:problem:overloaded");
            assertThat(first.join().status()).isEqualTo(202);
            await().atMost(PATIENCE).until(() -> memoryUsed(gateway) == 0);
        }
    }

    private static double memoryUsed(GatewayUnderTest gateway) {
        return gateway.metrics.registry().get("gateway.memory.used").gauge().value();
    }

    private static CompletableFuture<Answer> posted(GatewayUnderTest gateway, String body) {
        return gateway.postAsync("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aClientThatTricklesIsSentAway() throws Exception {
        try (GatewayUnderTest gateway = GatewayUnderTest.started();
                Socket socket = new Socket("localhost", gateway.port())) {
            socket.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/touchpoints HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 100000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            Thread trickle = new Thread(() -> trickle(out), "trickle");
            trickle.setDaemon(true);
            trickle.start();

            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();

            assertThat(status).startsWith("HTTP/1.1 408 ");
            assertThat(gateway.sent()).isEmpty();
            assertThat(gateway.count("gateway.touchpoints.refused", "reason", "unreadable"))
                    .isEqualTo(1);
        }
    }

    /** Ten bytes a second, until the connection is closed. */
    private static void trickle(OutputStream out) {
        try {
            while (true) {
                out.write(' ');
                out.flush();
                Thread.sleep(100);
            }
        } catch (IOException e) {
            // The connection is closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertUnavailable(Answer answer, String detail) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("retry-after")).isEqualTo("5");
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:truenorth:problem:kafka-away");
        assertThat(answer.body().get("detail").asText())
                .isEqualTo(detail
                        + "; send the same request again: events that are stored already are recognized by their ids");
    }
}
