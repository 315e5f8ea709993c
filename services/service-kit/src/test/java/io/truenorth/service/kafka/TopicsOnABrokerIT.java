package io.truenorth.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.truenorth.embedded.BrokerConfig;
import io.truenorth.embedded.EmbeddedKafka;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.service.kafka.Change.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test has topics of its own, under a prefix of its own. */
class TopicsOnABrokerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path directory;

    private static EmbeddedKafka kafka;
    private static Admin admin;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(BrokerConfig.in(directory));
        admin = Admin.create(KafkaConfig.at(kafka.bootstrapServers()).client("test", Map.of()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        kafka.close();
    }

    @Test
    void createsWhatIsMissingAndThenNothing() throws InterruptedException {
        TopicsConfig config = topics("new-", 3);

        List<Change> first = provision(config);
        List<Change> second = provision(config);

        assertThat(first)
                .hasSize(Topics.all().size())
                .extracting(Change::outcome)
                .containsOnly(Outcome.CREATED);
        assertThat(first)
                .first()
                .hasToString("created new-touchpoints: 3 partitions, delete, records kept 30 days, LogAppendTime,"
                        + " records of up to 1 MiB");
        assertThat(second).extracting(Change::outcome).containsOnly(Outcome.UNCHANGED);
        new TopicCheck(admin, PATIENCE).require(config.catalogue().all());
    }

    @Test
    void settingsAreThoseThatTheBrokersHaveNow() throws Exception {
        TopicSettingsWatch settings = new TopicSettingsWatch(
                admin, List.of("set-log", "set-missing"), Duration.ofMillis(100), Duration.ofMillis(100));
        create("set-log", 1, Map.of("retention.ms", "1000"));
        settings.start();
        try {
            assertThat(settings.of("set-log"))
                    .containsEntry("retention.ms", "1000")
                    .containsEntry("delete.retention.ms", "86400000");
            assertThat(settings.of("set-missing")).isEmpty();

            ConfigResource log = new ConfigResource(ConfigResource.Type.TOPIC, "set-log");
            admin.incrementalAlterConfigs(
                            Map.of(log, List.of(new AlterConfigOp(new ConfigEntry("retention.ms", "-1"), OpType.SET))))
                    .all()
                    .get();

            await("what an operator has set")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(settings.of("set-log")).containsEntry("retention.ms", "-1"));
        } finally {
            settings.stop(PATIENCE);
        }
    }

    @Test
    void settingsOfATopicThatIsCreatedLaterAreKnownSoon() throws Exception {
        TopicSettingsWatch settings =
                new TopicSettingsWatch(admin, List.of("late-log"), Duration.ofHours(1), Duration.ofMillis(100));
        settings.start();
        try {
            assertThat(settings.of("late-log")).isEmpty();
            create("late-log", 1, Map.of("segment.ms", "1000"));

            await("the settings of the new topic")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(settings.of("late-log")).containsEntry("segment.ms", "1000"));
        } finally {
            settings.stop(PATIENCE);
        }
    }

    @Test
    void aServiceStartsWithoutTheSettingsOfTopicsIfKafkaDoesNotTellThem() throws Exception {
        Admin closed = Admin.create(KafkaConfig.at("127.0.0.1:1").client("test-closed", Map.of()));
        closed.close();
        for (Admin mute :
                List.of(closed, Admin.create(KafkaConfig.at("127.0.0.1:1").client("test-mute", Map.of())))) {
            TopicSettingsWatch settings =
                    new TopicSettingsWatch(mute, List.of("touchpoints", "touchpoints-failed", "ledger-imports"));
            long start = System.nanoTime();
            settings.start();
            settings.stop(PATIENCE);
            mute.close(Duration.ZERO);

            assertThat(settings.of("touchpoints")).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void mendsSettingsButKeepsALongerRetention() throws Exception {
        create("mended-relationship-scores", 2, Map.of("cleanup.policy", "delete", "retention.ms", "1000"));
        create(
                "mended-stage-transitions",
                2,
                Map.of(
                        "retention.ms",
                        "63072000000",
                        "segment.ms",
                        "43200000",
                        "message.timestamp.type",
                        "CreateTime",
                        "max.message.bytes",
                        "16777216"));

        List<Change> changes = provision(topics("mended-", 2));

        assertThat(changes)
                .filteredOn(change -> change.subject().equals("mended-relationship-scores"))
                .first()
                .hasToString(
                        "altered mended-relationship-scores: cleanup.policy delete → compact,"
                                + " max.compaction.lag.ms 9223372036854775807 → 86400000, max.message.bytes 1048588 → 16777216, retention.ms 1000 → -1, segment.ms 604800000 → 600000");
        assertThat(changes)
                .filteredOn(change -> change.subject().equals("mended-stage-transitions"))
                .extracting(Change::outcome)
                .containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void refusesWhatItCannotMendAndChangesNothing() throws Exception {
        create("odd-touchpoints", 5, Map.of("message.timestamp.type", "CreateTime"));

        assertThatThrownBy(() -> provision(topics("odd-", 2)))
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContaining("topic odd-touchpoints has 5 partitions, expected 2: set topics.partitions")
                .hasMessageContaining(
                        "topic odd-touchpoints has message.timestamp.type=CreateTime, expected LogAppendTime");

        assertThat(admin.listTopics().names().get()).doesNotContain("odd-relationship-scores");
    }

    @Test
    void aServiceDoesNotStartOnTopicsThatAreMissingOrDisagree() throws Exception {
        TopicCatalogue catalogue = topics("checked-", 2).catalogue();
        create("checked-touchpoints", 3, Map.of("message.timestamp.type", "LogAppendTime"));

        assertThatThrownBy(() -> new TopicCheck(admin, PATIENCE).require(catalogue.agreeing()))
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContaining("checked-touchpoints has 3 partitions, expected 2")
                .hasMessageContaining("topic checked-relationship-scores is missing: run 'truenorth provision'");
    }

    @Test
    void aServiceDoesNotStartOnATopicThatWouldRefuseWhatItWrites() throws Exception {
        TopicCatalogue catalogue = topics("small-", 2).catalogue();
        Topic<?, ?> failed = catalogue.topic(Topics.TOUCHPOINTS_FAILED);
        create(failed.name(), 2, Map.of());

        assertThatThrownBy(() -> new TopicCheck(admin, PATIENCE).require(List.of(failed)))
                .isInstanceOf(TopicMismatchException.class)
                .hasMessage(
                        "topic small-touchpoints-failed has max.message.bytes=1048588, expected at least 16777216: run"
                                + " 'truenorth provision' against this Kafka");
    }

    @Test
    void theWatchSeesATopicAppear() throws Exception {
        Topic<?, ?> topic = topics("watched-", 2).catalogue().topic(Topics.TOUCHPOINTS);
        BrokerWatch watch = new BrokerWatch(admin, topic.name(), Duration.ofMillis(50), Duration.ofSeconds(10));

        watch.start();
        try {
            assertThat(watch.reachable()).isTrue();
            assertThat(watch.readiness().check().ok()).isFalse();
            create(topic.name(), 2, Map.of());
            await().atMost(PATIENCE).until(() -> watch.readiness().check().ok());
        } finally {
            watch.stop(PATIENCE);
        }
    }

    @Test
    void theWatchSeesPartitionsThatWereAddedAndATopicThatIsGone() throws Exception {
        create("grown-touchpoints", 2, Map.of());
        create("gone-touchpoints", 2, Map.of());
        AtomicInteger changes = new AtomicInteger();
        PartitionWatch watch = watch(admin, "grown-touchpoints", "gone-touchpoints");
        watch.onChange(changes::incrementAndGet);

        watch.start();
        try {
            assertThat(watch.readiness().check().ok()).isTrue();
            admin.createPartitions(Map.of("grown-touchpoints", NewPartitions.increaseTo(3)))
                    .all()
                    .get();
            admin.deleteTopics(List.of("gone-touchpoints")).all().get();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(watch.readiness().check().reason())
                            .contains("topic grown-touchpoints has 3 partitions, expected 2")
                            .contains("docs/deploy.md, 'Partitions that were added'")
                            .contains("topic gone-touchpoints is missing")
                            .doesNotContainIgnoringCase("reset"));
            assertThat(changes).hasValue(1);
        } finally {
            watch.stop(PATIENCE);
        }
    }

    @Test
    void whoReadsATopicOfAnyNumberIsToldWhenItChanges() throws Exception {
        Topic<?, ?> sums = topics("read-", 2).catalogue().topic(Topics.ADVOCACY_DASHBOARD);
        create(sums.name(), 3, Map.of());
        PartitionWatch watch =
                new PartitionWatch(admin, ExpectedPartitions.whileRead(List.of(sums)), Duration.ofMillis(50));

        watch.start();
        try {
            assertThat(watch.readiness().check().ok()).isTrue();
            admin.createPartitions(Map.of(sums.name(), NewPartitions.increaseTo(4)))
                    .all()
                    .get();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(watch.readiness().check().reason())
                            .contains(
                                    "topic read-advocacy-dashboard has 4 partitions, and had 3",
                                    "start the service again"));
        } finally {
            watch.stop(PATIENCE);
        }
    }

    @Test
    void nothingStartsWhereATopicOfItsOwnHasOtherPartitions() throws Exception {
        create("app-customers-changelog", 3, Map.of());
        List<ExpectedPartitions> expected = List.of(
                ExpectedPartitions.ofInternal("app-customers-changelog", 2),
                ExpectedPartitions.ofInternal("app-not-made-yet-changelog", 2));

        assertThatThrownBy(() -> new PartitionWatch(admin, expected).start())
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContaining("topic app-customers-changelog has 3 partitions, expected 2")
                .hasMessageNotContaining("not-made-yet");
    }

    @Test
    void aKafkaThatDoesNotAnswerHasChangedNoPartitions() throws Exception {
        Map<String, Object> settings = KafkaConfig.at("127.0.0.1:1").client("test-away", Map.of());
        try (Admin away = Admin.create(settings)) {
            PartitionWatch watch = watch(away, "touchpoints");

            watch.start();
            watch.stop(PATIENCE);

            assertThat(watch.readiness().check().ok()).isTrue();
        }
    }

    private static PartitionWatch watch(Admin asked, String... topics) {
        List<ExpectedPartitions> expected = Stream.of(topics)
                .map(topic -> new ExpectedPartitions(topic, OptionalInt.of(2), false))
                .toList();
        return new PartitionWatch(asked, expected, Duration.ofMillis(50));
    }

    @Test
    void silenceIsToldAsSuch() {
        Map<String, Object> settings = KafkaConfig.at("127.0.0.1:1")
                .client("test-silent", Map.of("default.api.timeout.ms", 500, "request.timeout.ms", 400));
        try (Admin silent = Admin.create(settings)) {
            assertThatThrownBy(() -> new TopicCheck(silent, PATIENCE).require(List.of(Topics.TOUCHPOINTS)))
                    .isInstanceOf(KafkaUnavailableException.class);
        }
    }

    private static TopicsConfig topics(String prefix, int partitions) {
        return new TopicsConfig(
                TopicCatalogue.standard().withPrefix(prefix).withAgreedPartitions(partitions), (short) -1);
    }

    private static List<Change> provision(TopicsConfig config) throws InterruptedException {
        return new TopicProvisioner(admin, PATIENCE).provision(config);
    }

    private static void create(String name, int partitions, Map<String, String> config) throws Exception {
        NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config);
        admin.createTopics(List.of(topic)).all().get();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> admin.describeTopics(List.of(name))
                                .allTopicNames()
                                .get()
                                .size()
                        == 1);
    }
}
