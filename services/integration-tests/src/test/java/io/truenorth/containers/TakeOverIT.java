package io.truenorth.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two instances of the streams service share the partitions; one goes, and the other has all of them. */
@RequiresContainers
class TakeOverIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Test
    void oneIsStoppedUnderLoadAndTheOtherTakesOver(ContainerPlatform platform) throws Exception {
        try (ContainerDeployment deployment = ContainerDeployment.provisioned(platform, "take-over-")) {
            TruenorthContainer gateway = deployment.startGateway();
            TruenorthContainer staying = deployment.startStreams(1);
            TruenorthContainer leaving = deployment.startStreams(2);
            await("both have partitions").atMost(PATIENCE).until(() -> share(staying, leaving));

            try (Load load = Load.on(deployment, gateway, staying)) {
                load.awaitMore(1_500);
                assertAnswersForAllPartitions(staying);
                assertAnswersForAllPartitions(leaving);
                leaving.terminate();
                load.awaitMore(1_500);
                await("the other has all")
                        .atMost(PATIENCE)
                        .until(() -> partitions(staying).size() == ContainerDeployment.PARTITIONS);
                load.end();

                load.assertNothingDiffers(List.of(staying));
            }
        }
    }

    private static void assertAnswersForAllPartitions(TruenorthContainer instance) {
        for (int partition = 0; partition < ContainerDeployment.PARTITIONS; partition++) {
            HttpResponse<String> answer = instance.get("/v1/scores?partition=" + partition);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private static boolean share(TruenorthContainer one, TruenorthContainer other) {
        Set<Integer> ofOne = partitions(one);
        Set<Integer> ofOther = partitions(other);
        Set<Integer> all = new HashSet<>(ofOne);
        all.addAll(ofOther);
        return !ofOne.isEmpty()
                && !ofOther.isEmpty()
                && all.size() == ContainerDeployment.PARTITIONS
                && ofOne.size() + ofOther.size() == all.size();
    }

    private static Set<Integer> partitions(TruenorthContainer instance) {
        assertThat(instance.isRunning()).isTrue();
        return instance.metrics().byPartition("streams_touchpoints_received").keySet();
    }
}
