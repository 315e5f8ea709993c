package io.truenorth.streams;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.schemas.Topics;
import io.truenorth.service.ServiceState;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.streams.crash.TestDeployment;
import io.truenorth.testsupport.EmbeddedPlatformExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Kafka rejects the service's output, temporarily and permanently: a topic's record size limit is too low. */
@ExtendWith(EmbeddedPlatformExtension.class)
class ThreadReplacementIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String REPLACED = "streams.threads.replaced";

    /** Room for transaction markers but for no score. */
    private static final int TOO_SMALL = 120;

    private final ServiceMetrics metrics = ServiceMetrics.ofPart("streams");

    @TempDir
    private Path state;

    @Test
    void outputRejectedTemporarilyIsPublishedLater(EmbeddedPlatform platform) throws Exception {
        try (TestDeployment deployment = new TestDeployment(platform, "rejected-")) {
            StreamsService streams = started(deployment);
            try {
                deployment.takeRecordsUpTo(Topics.RELATIONSHIP_SCORES, TOO_SMALL);
                send(deployment);
                await("a thread failed").atMost(PATIENCE).until(() -> replaced() >= 1);
                deployment.takeRecordsUpTo(Topics.RELATIONSHIP_SCORES, 1 << 20);

                await("the touch is committed").atMost(PATIENCE).until(() -> deployment.committed() == 1);
                assertThat(streams.service().failure()).isEmpty();
                assertThat(deployment.published().scores()).containsOnlyKeys("crm:c-1");
            } finally {
                streams.service().close();
            }
        }
    }

    @Test
    void outputRejectedPermanentlyFailsTheService(EmbeddedPlatform platform) throws Exception {
        try (TestDeployment deployment = new TestDeployment(platform, "never-")) {
            StreamsService streams = started(deployment);
            deployment.takeRecordsUpTo(Topics.RELATIONSHIP_SCORES, TOO_SMALL);
            send(deployment);

            assertThat(streams.service().awaitEnd()).isEqualTo(ServiceState.FAILED);

            assertThat(streams.service().failure())
                    .hasValueSatisfying(why -> assertThat(why).hasRootCauseInstanceOf(RecordTooLargeException.class));
            assertThat(replaced()).isEqualTo(ThreadReplacement.MOST_OF_A_THREAD);
        }
    }

    private double replaced() {
        return metrics.registry().get(REPLACED).counter().count();
    }

    private StreamsService started(TestDeployment deployment) throws InterruptedException {
        // time for a thread that is gone to be noticed
        Map<String, String> impatient =
                Map.of("TRUENORTH_STREAMS_THREADS", "1", "TRUENORTH_STREAMS_SESSION_TIMEOUT", "6s");
        return RunningStreams.of(deployment, state, impatient, metrics);
    }

    private static void send(TestDeployment deployment) throws Exception {
        deployment.send(
                aTouchpoint("purchase").by("c-1").at("2026-02-10T10:00:00Z").build());
    }
}
