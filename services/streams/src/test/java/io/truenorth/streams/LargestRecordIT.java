package io.truenorth.streams;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.FailureReason;
import io.truenorth.schemas.LargestRecord;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.streams.crash.TestDeployment;
import io.truenorth.testsupport.EmbeddedPlatformExtension;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A record of the topic's maximum size grows when it is rejected, since headers are added. */
@ExtendWith(EmbeddedPlatformExtension.class)
class LargestRecordIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final byte[] KEY = "crm:c-1".getBytes(StandardCharsets.UTF_8);

    /** Upper bound of the framing that a broker adds to key and value of a batch with one record. */
    private static final int FRAME = 128;

    @Test
    void aBadRecordAsLargeAsTheTopicTakesFailsIntactAndTheServiceGoesOn(EmbeddedPlatform platform, @TempDir Path state)
            throws Exception {
        try (TestDeployment deployment = new TestDeployment(platform, "large-")) {
            byte[] largest = sendTheLargestThatIsTaken(deployment);

            ConsumerRecord<byte[], byte[]> failed = theOneThatFails(deployment, state);

            assertThat(largest.length).isGreaterThan(LargestRecord.USUAL.bytes() - FRAME);
            assertThat(failed.key()).isEqualTo(KEY);
            assertThat(failed.value()).isEqualTo(largest);
            assertThat(FailedTouchpoint.read(failed.headers()).knownReason()).contains(FailureReason.NOT_WIRE_FORMAT);
        }
    }

    @Test
    void aRecordThatUnpacksToMoreThanCanBeWrittenStaysWhereItIsAndTheServiceGoesOn(
            EmbeddedPlatform platform, @TempDir Path state) throws Exception {
        try (TestDeployment deployment = new TestDeployment(platform, "packed-")) {
            sendPacked(deployment, new byte[2 * LargestRecord.LARGE.bytes()]);

            ConsumerRecord<byte[], byte[]> failed = theOneThatFails(deployment, state);

            assertThat(failed.key()).isNull();
            assertThat(failed.value()).isNull();
            FailedTouchpoint why = FailedTouchpoint.read(failed.headers());
            assertThat(why.knownReason()).contains(FailureReason.OVERSIZED);
            assertThat(why.topic())
                    .isEqualTo(deployment.topic(Topics.TOUCHPOINTS).name());
            assertThat(why.offset()).isZero();
        }
    }

    private static void sendPacked(TestDeployment deployment, byte[] value) throws Exception {
        Map<String, Object> settings =
                Map.of("compression.type", "lz4", "max.request.size", 64 << 20, "buffer.memory", 128L << 20);
        try (Producer<byte[], byte[]> producer = deployment.producer(settings)) {
            producer.send(new ProducerRecord<>(
                            deployment.topic(Topics.TOUCHPOINTS).name(), KEY, value))
                    .get();
        }
    }

    /** Runs the service until a valid record after the invalid one is scored. */
    private static ConsumerRecord<byte[], byte[]> theOneThatFails(TestDeployment deployment, Path state)
            throws Exception {
        StreamsService streams = RunningStreams.of(deployment, state, Map.of(), ServiceMetrics.ofPart("streams"));
        try {
            deployment.send(
                    aTouchpoint("purchase").by("c-1").at("2026-02-10T10:00:00Z").build());
            await("what came behind it is scored").atMost(PATIENCE).until(() -> {
                assertThat(streams.service().failure()).isEmpty();
                return streams.counters().sum().scored() == 1;
            });
            await("it is committed")
                    .atMost(PATIENCE)
                    .until(() -> !deployment.failed().isEmpty());
        } finally {
            streams.service().close();
        }
        assertThat(streams.service().failure()).isEmpty();
        List<ConsumerRecord<byte[], byte[]>> failed = deployment.failed();
        assertThat(failed).hasSize(1);
        return failed.get(0);
    }

    /** Found by trial, one byte less each time, as the framing is up to the broker. */
    private static byte[] sendTheLargestThatIsTaken(TestDeployment deployment) throws Exception {
        Map<String, Object> settings = Map.of("max.request.size", LargestRecord.LARGE.bytes());
        try (Producer<byte[], byte[]> producer = deployment.producer(settings)) {
            byte[] value = noise(LargestRecord.USUAL.bytes());
            while (!isTaken(producer, deployment.topic(Topics.TOUCHPOINTS), value)) {
                value = noise(value.length - 1);
            }
            return value;
        }
    }

    private static boolean isTaken(Producer<byte[], byte[]> producer, Topic<?, ?> topic, byte[] value)
            throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(topic.name(), KEY, value)).get();
            return true;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(RecordTooLargeException.class);
            return false;
        }
    }

    /** Incompressible, so that the record is as large on the topic of failed records. */
    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(7).nextBytes(noise);
        noise[0] = 9;
        return noise;
    }
}
