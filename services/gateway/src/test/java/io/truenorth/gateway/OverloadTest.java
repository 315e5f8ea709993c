package io.truenorth.gateway;

import static io.truenorth.gateway.GatewayUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.gateway.GatewayUnderTest.Answer;
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

            assertAway(answer.join(), "not every event was acknowledged");
            assertThat(gateway.count("gateway.touchpoints.accepted")).isZero();
            assertThat(gateway.count("gateway.touchpoints.refused", "reason", "kafka-away"))
                    .isEqualTo(1);
        }
    }

    @Test
    void silenceIsNotWaitedForWithoutEnd() {
        Map<String, String> impatient = Map.of("TRUENORTH_GATEWAY_PRODUCER_ACK_TIMEOUT", "2s");
        try (GatewayUnderTest gateway = GatewayUnderTest.startedWithSilentKafka(impatient)) {
            assertAway(gateway.post(event()), "Kafka did not acknowledge within 2000 ms");
        }
    }

    @Test
    void aFullBufferIsAnsweredAndRecoveredFrom() {
        try (GatewayUnderTest gateway = GatewayUnderTest.started()) {
            gateway.producer.sendException = new TimeoutException("no memory for the record");
            assertAway(gateway.post(event()), "not every event was acknowledged");

            gateway.producer.sendException = null;
            assertThat(gateway.post(event()).status()).isEqualTo(202);
        }
    }

    @Test
    void whileNoBrokerAnswersNothingIsTried() {
        try (GatewayUnderTest gateway = GatewayUnderTest.started()) {
            gateway.kafkaReachable.set(false);
            assertAway(gateway.post(event()), "no broker answers");
            assertThat(gateway.producer.history()).isEmpty();

            gateway.kafkaReachable.set(true);
            assertThat(gateway.post(event()).status()).isEqualTo(202);
        }
    }

    @Test
    void aSchemaThatIsNotRegisteredSendsNothing() {
        try (GatewayUnderTest gateway = GatewayUnderTest.startedUnprovisioned()) {
            assertAway(
                    gateway.post(event()),
                    "the schema registry does not know the schema of touchpoints, or does not answer");
            assertThat(gateway.producer.history()).isEmpty();
        }
    }

    @Test
    void requestsBeyondTheLimitAreSentAway() {
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

    private static void assertAway(Answer answer, String detail) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("retry-after")).isEqualTo("5");
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:truenorth:problem:kafka-away");
        assertThat(answer.body().get("detail").asText())
                .isEqualTo(detail + "; send the same request again: what was stored already is known by its id");
    }
}
