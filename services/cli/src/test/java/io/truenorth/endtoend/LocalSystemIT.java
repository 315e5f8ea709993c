package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.cli.query.ExportedCustomer;
import io.truenorth.cli.query.ExportedScores;
import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.deployment.Deployment;
import io.truenorth.relationship.model.ScoringModel;
import io.truenorth.relationship.score.ScoreSnapshot;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.RunningSystem;
import io.truenorth.standalone.StartSteps;
import io.truenorth.streams.customer.TouchpointCounters;
import io.truenorth.streams.topology.PublishedSums;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From end to end: a real broker and registry, the gateway, the topologies, the queries, across a restart. */
class LocalSystemIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int TOUCHES = 12_000;
    private static final long AS_OF = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

    @TempDir
    private Path directory;

    private final PipelineLoad load = new PipelineLoad();

    @Test
    void everyRecordIsScoredFailedOrADuplicateAcrossARestart() throws Exception {
        try (LocalSystem system = start()) {
            load.send(system, deployment(system), TOUCHES / 2);
        }
        assertThat(RunningSystem.find(directory)).isEmpty();

        try (LocalSystem system = start()) {
            assertThat(RunningSystem.find(directory)).contains(system.addresses());
            Deployment deployment = deployment(system);
            load.send(system, deployment, TOUCHES / 2);
            awaitProcessed(system);

            assertAllAccountedFor(system.streams().counters().sum());
            assertFailedKeepTheirReasons(deployment);
            await("the joins").atMost(PATIENCE).untilAsserted(() -> assertScoresAreTheTruth(deployment));
            await("the roll-up")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> published(deployment).assertExact(List.of("region", "tier")));
            Optional<IndependentReader> another = IndependentReader.find();
            if (another.isPresent()) {
                assertAnotherLanguageReadsTheSame(another.get(), deployment);
            }
        }
    }

    private LocalSystem start() throws Exception {
        return LocalSystem.start(
                new LocalSystemConfig(directory, false, LocalPorts.free(), ConfigSources.none()), StartSteps.silent());
    }

    private static Deployment deployment(LocalSystem system) {
        return system.deployment();
    }

    private void awaitProcessed(LocalSystem system) {
        await("all are processed").atMost(PATIENCE).until(() -> {
            TouchpointCounters now = system.streams().counters().sum();
            return now.received() == load.received
                    && now.scored() + now.failed() + now.duplicates() + now.waiting() + now.suppressed()
                            == load.received;
        });
    }

    private void assertAllAccountedFor(TouchpointCounters counters) {
        assertThat(counters.scored()).as("scored").isEqualTo(load.scored);
        assertThat(counters.duplicates()).as("duplicates").isEqualTo(load.duplicates);
        assertThat(counters.failed()).as("failed").isEqualTo(load.failed());
        assertThat(counters.rekeyed()).as("re-keyed").isEqualTo(load.rekeyed).isPositive();
        assertThat(counters.received()).isEqualTo(load.scored + load.duplicates + load.failed());
        assertThat(load.bad).as("every way to spoil a record").hasSameSizeAs(BadRecord.values());
        assertThat(counters.failedByReason().size()).as("reasons").isGreaterThanOrEqualTo(9);
    }

    private void assertFailedKeepTheirReasons(Deployment deployment) {
        Topic<byte[], byte[]> failed = deployment.topics().topic(Topics.TOUCHPOINTS_FAILED);
        assertThat(FailedTopic.reasons(deployment, failed.name()))
                .hasSize((int) load.failed())
                .allSatisfy(reason -> assertThat(reason).isNotEmpty());
    }

    private void assertScoresAreTheTruth(Deployment deployment) throws InterruptedException {
        Map<String, ScoreSnapshot> exported = new LinkedHashMap<>();
        ExportedScores export = ExportedScores.of(deployment.queryClient(), AS_OF, "");
        Optional<ExportedCustomer> next = export.next();
        while (next.isPresent()) {
            exported.put(next.get().customer(), next.get().snapshot());
            next = export.next();
        }
        assertThat(new ArrayList<>(exported.keySet())).isSorted();
        assertThat(exported).isEqualTo(load.expected.snapshots(ScoringModel.standard(), AS_OF));
    }

    private static void assertAnotherLanguageReadsTheSame(IndependentReader reader, Deployment deployment)
            throws Exception {
        PublishedSums published = published(deployment);
        Map<String, JsonNode> scores = reader.lastValues(
                deployment,
                deployment.topics().topic(Topics.RELATIONSHIP_SCORES).name());
        assertThat(scores.keySet()).isEqualTo(published.scores().keySet());
        published.scores().forEach((customer, score) -> {
            JsonNode read = scores.get(customer);
            assertThat(read.get("score").asLong()).as(customer).isEqualTo(score.getScore());
            assertThat(read.get("stage").asText()).isEqualTo(score.getStage().name());
            assertThat(read.get("attributes").size())
                    .isEqualTo(score.getAttributes().size());
        });
        JsonNode all = reader.lastValues(
                        deployment,
                        deployment.topics().topic(Topics.ADVOCACY_DASHBOARD).name())
                .get("all");
        AdvocacySnapshot expected = published.snapshot("all");
        assertThat(all.get("customers").asLong()).isEqualTo(expected.getCustomers());
        assertThat(all.get("wholePoints").asLong()).isEqualTo(expected.getWholePoints());
        assertThat(all.get("netAdvocacyIndex").asDouble()).isEqualTo(expected.getNetAdvocacyIndex());
        assertThat(all.get("stages").get("advocate").asLong())
                .isEqualTo(expected.getStages().getAdvocate());
    }

    private static PublishedSums published(Deployment deployment) throws IOException {
        ConsumedTopics topics = new ConsumedTopics(deployment);
        PublishedSums sums = new PublishedSums();
        sums.read(
                topics.latest(Topics.RELATIONSHIP_SCORES),
                topics.latest(Topics.ADVOCACY_DASHBOARD).values());
        return sums;
    }
}
