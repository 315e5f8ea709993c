package io.truenorth.streams.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.identity.joining.CustomerIdentities;
import io.truenorth.relationship.ledger.RelationshipLedger;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.RelationshipScoring;
import io.truenorth.streams.customer.CustomerStates.StoredKey;
import io.truenorth.streams.customer.StoredState;
import io.truenorth.streams.customer.TouchpointCounters;
import io.truenorth.streams.topology.PublishedSums;
import io.truenorth.testsupport.EmbeddedPlatformExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances join identities and erase customers, and one of them is killed ten times: nothing is lost or doubled, no join
 * is half done, and nobody comes back.
 */
@ExtendWith(EmbeddedPlatformExtension.class)
class JoinCrashIT {
    private static final int KILLS = 10;
    private static final int RECORDS_BETWEEN = 4_000;
    private static final int ERASED = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    private Path directory;

    private final Random random = new Random();
    private final JoinLoad load = new JoinLoad();

    @Test
    void killedTenTimesWhileIdentitiesJoin(EmbeddedPlatform platform) throws Exception {
        try (TestDeployment deployment = new TestDeployment(platform, "joins-");
                Instances instances = new Instances(deployment)) {
            for (int kill = 0; kill < KILLS - 3; kill++) {
                load.send(deployment, RECORDS_BETWEEN);
                instances.killOneSoon();
            }
            load.send(deployment, RECORDS_BETWEEN);
            awaitCustomers(deployment, instances);
            Set<String> erased = load.erase(deployment, ERASED);
            load.send(deployment, RECORDS_BETWEEN);
            instances.killOneSoon();
            awaitCustomers(deployment, instances);
            awaitForgotten(deployment, erased);
            assertThat(load.splitCards(deployment, 40)).hasSize(40);
            instances.killOneSoon();
            instances.killOneSoon();
            awaitCustomers(deployment, instances);

            assertStateIsTheOracles(deployment);
            assertScoresAreTheOracles(deployment.published());
        }
    }

    private static void awaitForgotten(TestDeployment deployment, Set<String> names) {
        await("everybody is forgotten who was erased")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    for (StoredState store : deployment.stores()) {
                        assertThat(names).noneMatch(store::contains);
                    }
                    assertThat(deployment.receipts())
                            .extracting(PrivacyReceipt::getRequestId)
                            .doesNotHaveDuplicates()
                            .hasSize(names.size());
                    assertThat(deployment.receipts())
                            .extracting(PrivacyReceipt::getOutcome)
                            .containsOnly(PrivacyOutcome.ERASED);
                });
    }

    private void awaitCustomers(TestDeployment deployment, Instances instances) {
        await("everybody is joined")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    instances.assertAlive();
                    assertThat(deployment.committed()).isEqualTo(load.sent());
                    assertThat(members(deployment)).isEqualTo(load.customers());
                    PublishedSums published = deployment.published();
                    assertThat(published.scores().keySet())
                            .isEqualTo(load.ledgers().keySet());
                    assertScoresAreTheOracles(published);
                });
    }

    /** Returns the members of each customer who did not join another, as stored. */
    private static Map<String, Set<String>> members(TestDeployment deployment) throws Exception {
        Map<String, Set<String>> members = new TreeMap<>();
        for (StoredKey key : keys(deployment)) {
            CustomerIdentities customer = key.identities().customer();
            if (customer.redirect() == null) {
                members.put(customer.id(), customer.members().keySet());
            }
        }
        return members;
    }

    private static List<StoredKey> keys(TestDeployment deployment) throws Exception {
        return deployment.stores().stream()
                .flatMap(store -> store.keys().stream())
                .toList();
    }

    private void assertStateIsTheOracles(TestDeployment deployment) throws Exception {
        Map<String, RelationshipLedger> expected = load.ledgers();
        for (StoredKey key : keys(deployment)) {
            assertThat(key.identities().customer().waitsFor())
                    .as("%s waits", key.id())
                    .isNull();
            assertThat(key.identities().customer().queue())
                    .as("queue of %s", key.id())
                    .isEmpty();
            RelationshipLedger all = new RelationshipLedger();
            key.ledgers().values().forEach(all::addAll);
            assertThat(all)
                    .as("ledger of %s", key.id())
                    .isEqualTo(expected.getOrDefault(key.id(), new RelationshipLedger()));
        }
        TouchpointCounters counters = deployment.stores().stream()
                .map(StoredState::counters)
                .reduce(TouchpointCounters.ZERO, TouchpointCounters::plus);
        assertThat(counters.received()).isEqualTo(load.sent());
        assertThat(counters.suppressed()).isPositive();
        assertThat(counters.scored() + counters.duplicates() + counters.suppressed())
                .isEqualTo(load.sent());
        assertThat(deployment.failed()).isEmpty();
    }

    private void assertScoresAreTheOracles(PublishedSums published) {
        RelationshipScoring scoring = new RelationshipScoring(ScoringModel.standard());
        load.ledgers().forEach((customer, ledger) -> {
            RelationshipScore score = published.scores().get(customer);
            assertThat(score.getScore())
                    .as("score of " + customer)
                    .isEqualTo(scoring.snapshot(ledger, score.getScoredAt()).score());
        });
        published.assertExact(List.of("region", "tier"));
    }

    /** Two instances of the service. */
    private final class Instances implements AutoCloseable {
        private final TestDeployment deployment;
        private final StreamsProcess[] running = new StreamsProcess[2];

        private Instances(TestDeployment deployment) throws Exception {
            this.deployment = deployment;
            running[0] = start(0);
            running[1] = start(1);
        }

        private StreamsProcess start(int number) throws Exception {
            Map<String, String> environment = new HashMap<>(deployment.environment());
            environment.put("TRUENORTH_STREAMS_BACKLOG_COMMIT_INTERVAL", "100ms");
            environment.put("TRUENORTH_STREAMS_INSTANCE_ID", "instance-" + number);
            Path place = Files.createDirectories(directory.resolve("instance-" + number));
            return StreamsProcess.start(environment, place, List.of());
        }

        private void killOneSoon() throws Exception {
            TimeUnit.MILLISECONDS.sleep(1_000 + random.nextInt(4_000));
            int victim = random.nextInt(2);
            running[victim].kill();
            running[victim] = start(victim);
        }

        private void assertAlive() {
            assertThat(running)
                    .allSatisfy(process -> assertThat(process.isAlive()).isTrue());
        }

        @Override
        public void close() {
            for (StreamsProcess process : running) {
                process.close();
            }
        }
    }
}
