package io.truenorth.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Container.ExecResult;

/** From end to end in containers: provisioned, posted and produced, scored, published, asked, scraped, stopped. */
@RequiresContainers
class PipelineIT {
    private static final int EXIT_BY_SIGTERM = 143;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void whatGoesInComesOutAsTheOracleSays(ContainerPlatform platform) throws Exception {
        try (ContainerDeployment deployment = ContainerDeployment.provisioned(platform, "pipeline-")) {
            TruenorthContainer gateway = deployment.startGateway();
            TruenorthContainer streams = deployment.startStreams();

            try (Load load = Load.on(deployment, gateway, streams)) {
                load.awaitMore(2_000);
                load.end();

                load.assertNothingDiffers(List.of(streams));
                assertThat(gateway.metrics().sum("gateway_touchpoints_accepted_total"))
                        .isEqualTo((double) load.posted());
                assertThat(streams.metrics().sum("streams_arrival_to_score_seconds_count"))
                        .isPositive();
                assertThat(streams.get("/v1/customers/" + load.someCustomer()).statusCode())
                        .isEqualTo(200);
            }
            assertStrangersAreKeptOut(gateway, streams);
            assertDashboardShowsWhatThereIs(gateway, streams);
            assertHealthy(gateway);
            assertHealthy(streams);
            assertStopsInOrder(platform, deployment, gateway, streams);
        }
    }

    private static void assertStrangersAreKeptOut(TruenorthContainer gateway, TruenorthContainer streams) {
        assertThat(gateway.getWithoutToken("/v1/touchpoints").statusCode()).isIn(401, 405);
        assertThat(gateway.getWithoutToken("/metrics").statusCode()).isEqualTo(401);
        assertThat(streams.getWithoutToken("/metrics").statusCode()).isEqualTo(401);
        assertThat(streams.getWithoutToken("/v1/scores").statusCode()).isEqualTo(401);
        assertThat(streams.getWithoutToken("/health/ready").statusCode()).isEqualTo(200);
    }

    private static void assertDashboardShowsWhatThereIs(TruenorthContainer gateway, TruenorthContainer streams)
            throws Exception {
        Set<String> exported = new TreeSet<>(gateway.metrics().names());
        exported.addAll(streams.metrics().names());

        assertThat(exported).containsAll(DashboardFile.metrics(Images.compose("grafana/dashboards/pipeline.json")));
    }

    private static void assertHealthy(TruenorthContainer service) throws Exception {
        ExecResult health = service.execInContainer("/opt/truenorth/bin/health", "ready");

        assertThat(health.getExitCode()).as(health.getStdout()).isZero();
    }

    private static void assertStopsInOrder(
            ContainerPlatform platform,
            ContainerDeployment deployment,
            TruenorthContainer gateway,
            TruenorthContainer streams) {
        assertThat(gateway.terminate()).isEqualTo(EXIT_BY_SIGTERM);
        assertThat(streams.terminate()).isEqualTo(EXIT_BY_SIGTERM);
        try (Admin admin = platform.admin()) {
            await("nobody is left in the group")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(admin.describeConsumerGroups(List.of(deployment.applicationId()))
                                    .all()
                                    .get()
                                    .get(deployment.applicationId())
                                    .members())
                            .isEmpty());
        }
    }
}
