package io.truenorth.streams;

import static io.truenorth.streams.topology.TouchpointBuilder.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.service.ServiceState;
import io.truenorth.service.metrics.ServiceMetrics;
import io.truenorth.streams.crash.TestDeployment;
import io.truenorth.testsupport.EmbeddedPlatformExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The order of namespaces is changed while the service is down. */
@ExtendWith(EmbeddedPlatformExtension.class)
class ChangedRankingIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path state;

    @Test
    void failsTheServiceAtTheStart(EmbeddedPlatform platform) throws Exception {
        try (TestDeployment deployment = new TestDeployment(platform, "ranking-")) {
            StreamsService before = started(deployment, "crm,email");
            deployment.send(
                    aTouchpoint("purchase").by("c-1").at("2026-02-10T10:00:00Z").build());
            await("the touch is scored")
                    .atMost(PATIENCE)
                    .until(() -> before.counters().sum().scored() == 1);
            before.service().close();

            StreamsService changed = started(deployment, "email,crm");

            assertThat(changed.service().awaitEnd()).isEqualTo(ServiceState.FAILED);
            assertThat(changed.service().failure())
                    .hasValueSatisfying(why -> assertThat(why)
                            .hasStackTraceContaining("identities.ranking: expected crm, email, by which the stored"
                                    + " customers were joined, was email, crm."));
        }
    }

    private StreamsService started(TestDeployment deployment, String ranking) throws InterruptedException {
        Map<String, String> settings =
                Map.of("TRUENORTH_STREAMS_THREADS", "1", "TRUENORTH_IDENTITIES_RANKING", ranking);
        return RunningStreams.of(deployment, state, settings, ServiceMetrics.ofPart("streams"));
    }
}
