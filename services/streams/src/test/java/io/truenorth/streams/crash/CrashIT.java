package io.truenorth.streams.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.contract.RelationshipScore;
import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.streams.customer.StoredState;
import io.truenorth.streams.customer.TouchpointCounters;
import io.truenorth.streams.topology.PublishedSums;
import io.truenorth.testsupport.EmbeddedPlatformExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A streams process is killed or frozen under load and continues later: nothing is lost, nothing counts twice. */
@ExtendWith(EmbeddedPlatformExtension.class)
class CrashIT {
    private static final int RECORDS = 60_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    private final CrashLoad load = new CrashLoad();

    @Test
    void killedUnderLoadStateAndOutputsEqualTheOracle(EmbeddedPlatform platform) throws Exception {
        try (TestDeployment deployment = new TestDeployment(platform, "crash-")) {
            load.send(deployment, RECORDS);

            runWithKills(deployment, 2, List.of());

            assertStateIsTheOracles(deployment);
            assertOutputsAreTheOracles(deployment);
        }
    }

    @Test
    void aProcessFrozenBeyondItsTransactionTimeoutContinuesCorrectly(EmbeddedPlatform platform) throws Exception {
        try (TestDeployment deployment = new TestDeployment(platform, "frozen-")) {
            load.send(deployment, RECORDS);

            try (StreamsProcess process = StreamsProcess.start(impatient(deployment), directory, List.of())) {
                awaitCommitted(deployment, process, RECORDS / 5);
                freezeInTransactions(process, deployment);
                await("Kafka gives the transactions up")
                        .atMost(PATIENCE)
                        .until(() -> deployment.openTransactions() == 0);
                assertThat(deployment.committed()).as("frozen in the middle").isLessThan(RECORDS);
                process.resume();
                awaitCommitted(deployment, process, RECORDS);
                awaitTheRollUp(deployment);
            }

            assertStateIsTheOracles(deployment);
            assertOutputsAreTheOracles(deployment);
        }
    }

    /** Many commits, so that a kill is likely to be in the middle. */
    private static Map<String, String> environment(TestDeployment deployment) {
        Map<String, String> environment = new HashMap<>(deployment.environment());
        environment.put("TRUENORTH_STREAMS_BACKLOG_COMMIT_INTERVAL", "100ms");
        return environment;
    }

    private static Map<String, String> impatient(TestDeployment deployment) {
        Map<String, String> environment = environment(deployment);
        environment.put("TRUENORTH_KAFKA_PROPERTIES", "producer.transaction.timeout.ms=2000");
        return environment;
    }

    /** Freezes the process while both of its threads have an open transaction. */
    private static void freezeInTransactions(StreamsProcess process, TestDeployment deployment) throws Exception {
        process.freeze();
        while (deployment.openTransactions() < 2) {
            process.resume();
            TimeUnit.MILLISECONDS.sleep(5);
            process.freeze();
        }
    }

    @Test
    void aStoreThatWritesAfterTheTransactionLosesWhatItHeld(EmbeddedPlatform platform) throws Exception {
        Path late = LateStore.compiledInto(directory);
        try (TestDeployment deployment = new TestDeployment(platform, "late-")) {
            load.send(deployment, RECORDS);

            runWithKills(deployment, 1, List.of(late));

            assertThat(ledgers(deployment)).isNotEqualTo(load.ledgers());
            assertThat(counters(deployment).scored()).isLessThan(load.scored());
        }
    }

    /** Kills the process several times under load, and lets the last one finish. */
    private void runWithKills(TestDeployment deployment, int kills, List<Path> classesInFront) throws Exception {
        assertThat(deployment.endOfTouchpoints()).isEqualTo(RECORDS);
        for (int kill = 1; kill <= kills; kill++) {
            long enough = deployment.committed() + RECORDS / 5;
            try (StreamsProcess process = start(deployment, classesInFront)) {
                awaitCommitted(deployment, process, enough);
                process.kill();
            }
            assertThat(deployment.committed()).as("killed in the middle").isLessThan(RECORDS);
        }
        try (StreamsProcess process = start(deployment, classesInFront)) {
            awaitCommitted(deployment, process, RECORDS);
            if (classesInFront.isEmpty()) {
                awaitTheRollUp(deployment);
            }
        }
    }

    private static void awaitCommitted(TestDeployment deployment, StreamsProcess process, long enough) {
        await("progress").atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            assertThat(process.isAlive()).as("alive; see streams.log").isTrue();
            return deployment.committed() >= enough;
        });
    }

    private static void awaitTheRollUp(TestDeployment deployment) {
        await("the roll-up")
                .atMost(PATIENCE)
                .untilAsserted(() -> deployment.published().assertExact(List.of("region", "tier")));
    }

    private StreamsProcess start(TestDeployment deployment, List<Path> classesInFront) throws Exception {
        return StreamsProcess.start(environment(deployment), directory, classesInFront);
    }

    private void assertStateIsTheOracles(TestDeployment deployment) throws Exception {
        Map<String, RelationshipLedger> ledgers = ledgers(deployment);
        assertThat(ledgers).hasSameSizeAs(load.ledgers());
        load.ledgers()
                .forEach(
                        (customer, expected) -> assertThat(ledgers.get(customer).toBytes())
                                .as("ledger of " + customer)
                                .isEqualTo(expected.toBytes()));
        TouchpointCounters counters = counters(deployment);
        assertThat(counters.received()).isEqualTo(load.sent());
        assertThat(counters.scored()).isEqualTo(load.scored());
        assertThat(counters.failed()).isEqualTo(load.failed());
        assertThat(counters.duplicates()).isEqualTo(load.duplicates());
        assertThat(counters.rekeyed()).isEqualTo(load.rekeyed());
    }

    private void assertOutputsAreTheOracles(TestDeployment deployment) throws Exception {
        RelationshipScoring scoring = new RelationshipScoring(ScoringModel.standard());
        PublishedSums published = deployment.published();
        assertThat(published.scores()).hasSameSizeAs(load.ledgers());
        load.ledgers().forEach((customer, ledger) -> {
            RelationshipScore score = published.scores().get(customer);
            ScoreSnapshot expected = scoring.snapshot(ledger, score.getScoredAt());
            assertThat(score.getScore()).as("score of " + customer).isEqualTo(expected.score());
            assertThat(score.getStage().name()).isEqualTo(expected.stage().name());
        });
        published.assertExact(List.of("region", "tier"));
        assertThat(published.snapshot("all").getCustomers())
                .isEqualTo(load.ledgers().size());
        assertThat((long) deployment.failed().size()).isEqualTo(load.failed());
    }

    private static Map<String, RelationshipLedger> ledgers(TestDeployment deployment) throws Exception {
        Map<String, RelationshipLedger> ledgers = new HashMap<>();
        deployment.stores().forEach(store -> ledgers.putAll(store.ledgers()));
        return ledgers;
    }

    private static TouchpointCounters counters(TestDeployment deployment) throws Exception {
        return deployment.stores().stream()
                .map(StoredState::counters)
                .reduce(TouchpointCounters.ZERO, TouchpointCounters::plus);
    }
}
