package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.cli.CommandRun;
import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.IdentityEventType;
import io.truenorth.contract.LedgerPart;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.embedded.BrokerConfig;
import io.truenorth.identity.IdentityHash;
import io.truenorth.query.QueryClient;
import io.truenorth.schemas.ScopeNames;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.LedgerFileReader;
import io.truenorth.streams.customer.TouchpointCounters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person with several identities is erased from a running system, whose logs, tables and stores are then cleaned within
 * seconds: although nobody sends anything, nothing is left but the receipt and the suppression, and nothing brings the person
 * back. Another customer keeps everything.
 */
class PrivacyCommandsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> PERSON = List.of("crm:c-17", "card:4711", "anonymous:a-1");
    private static final String OTHER = "crm:c-18";

    @TempDir
    private Path directory;

    private EventSender events;

    @Test
    void whoIsErasedIsNowhereAndIsBroughtBackByNothing() throws Exception {
        Path history = yearAgo();
        Path backup = directory.resolve("backup.avro");
        try (RestartableSystem system = new RestartableSystem(
                directory.resolve("system"),
                Map.of("TRUENORTH_TOPICS_PARTITIONS", "2", "TRUENORTH_STREAMS_STORE_FILE_AGE", "1s"),
                PrivacyCommandsIT::eager)) {
            events = new EventSender(system.gateway());
            liveALife(system, history);
            await("messages of joins are handled")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> succeeded(run("ledger", "export", backup.toString())));
            String asOf = Instant.now().plus(Duration.ofDays(1)).toString();
            QueryClient queries = system.deployment().queryClient();
            long others = queries.customer(OTHER, asOf).orElseThrow().score();
            assertThat(run(verify("privacy", "verify")).exitCode())
                    .as("before the erasure")
                    .isEqualTo(4);

            CommandRun erased = run("privacy", "erase", "card:4711", "--request-id", "dsr-7");
            succeeded(erased);
            assertThat(erased.out())
                    .startsWith("request dsr-7: erased a customer with 3 identities (")
                    .contains("touchpoints", "relationship-scores", "customers");
            assertThat(run("privacy", "erase", "crm:c-17", "--request-id", "dsr-7")
                            .out())
                    .as("repeated, by another identity")
                    .isEqualTo(erased.out());
            await("tombstones of all members").atMost(PATIENCE).untilAsserted(() -> {
                CommandRun verified = run(verify("privacy", "verify"));
                assertThat(verified.exitCode()).as(verified.out()).isZero();
                assertThat(verified.out()).contains("on the receipt", "; the suppression");
            });
            assertThatConsumersAreTold(system);

            cleanWithinSeconds(system);
            awaitNothingLeft();
            bringBack(system, history, backup);
            assertThatNobodyIsBack(system, queries);
            assertThat(queries.customer(OTHER, asOf).orElseThrow().score()).isEqualTo(others);
            assertThatParentsEqualChildren(system);
            awaitNothingLeft();

            assertThatAnExportHasEachErasureOnce();
            alter(system, Map.of(Topics.TOUCHPOINTS.name(), List.of(set("retention.ms", "86400000"))));
            assertThatSomebodyNewMayCome(queries);
        }
    }

    /** The file of last year, with the person and somebody else. */
    private Path yearAgo() throws IOException {
        long first = Instant.now().minus(400, ChronoUnit.DAYS).getEpochSecond();
        List<String> lines = new ArrayList<>(List.of("customer,ts,channel,kind,direction,id"));
        for (int i = 0; i < 20; i++) {
            String customer = i % 2 == 0 ? "c-17" : "c-18";
            lines.add(customer + "," + (first + i * 86_400L) + ",store,purchase,in,y-" + i);
        }
        return Files.write(directory.resolve("last-year.csv"), lines);
    }

    /** Logs and tables are cleaned as soon as their topics allow. */
    private static BrokerConfig eager(BrokerConfig broker) {
        return broker.with("log.retention.check.interval.ms", "500")
                .with("log.initial.task.delay.ms", "500")
                .with("log.segment.delete.delay.ms", "100")
                .with("log.cleaner.backoff.ms", "200");
    }

    private void liveALife(RestartableSystem system, Path history) throws Exception {
        Instant now = Instant.now();
        succeeded(run("replay", history.toString(), "--namespace", "crm"));
        events.send("e-1", now.minus(Duration.ofDays(40)), "\"kind\": \"page_viewed\"", "anonymous:a-1");
        events.send(
                "e-2",
                now.minus(Duration.ofDays(20)),
                "\"kind\": \"purchase\", \"money\": {\"amountMinor\": 1250, \"currency\": \"EUR\"},"
                        + " \"attributes\": {\"region\": \"north\"}, \"references\": [\"order:1017\"]",
                "card:4711");
        events.send("e-3", now, "\"kind\": \"signed_up\"", "anonymous:a-1", "crm:c-17");
        events.sendRefund("refund", now, "order:1017");
        events.send(
                "o-1", now, "\"kind\": \"purchase\", \"attributes\": {\"region\": \"south\"}", OTHER, "device:d-18");
        succeeded(run("identity", "link", "crm:c-17", "card:4711"));
        EventSender.writeUnreadable(
                system.deployment().kafka().bootstrapServers(), Topics.TOUCHPOINTS.name(), "crm:c-17");
        await("joined")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(run("identity", "show", "crm:c-17").out())
                                .startsWith("crm:c-17 is a customer with 3 identities"));
        // The other customer once used the person's tablet; two accounts are never joined.
        events.send("o-2", now, "\"kind\": \"page_viewed\"", OTHER, "anonymous:a-1");
        awaitCounted(system, 0);
    }

    /** in = scored + failed + duplicates + waiting + suppressed. */
    private static void awaitCounted(RestartableSystem system, long suppressedAtLeast) {
        await("everything is counted").atMost(PATIENCE).untilAsserted(() -> {
            TouchpointCounters counters = system.counters();
            assertThat(counters.received()).isPositive();
            assertThat(counters.scored()
                            + counters.failed()
                            + counters.duplicates()
                            + counters.waiting()
                            + counters.suppressed())
                    .isEqualTo(counters.received());
            assertThat(counters.suppressed()).isGreaterThanOrEqualTo(suppressedAtLeast);
        });
    }

    private void assertThatConsumersAreTold(RestartableSystem system) throws IOException {
        ConsumedTopics consumed = new ConsumedTopics(system.deployment());
        List<IdentityEvent> told = consumed.values(Topics.IDENTITY_EVENTS).stream()
                .filter(event -> event.getType() == IdentityEventType.ERASED)
                .toList();
        assertThat(told)
                .singleElement()
                .satisfies(event -> assertThat(event.getIdentities())
                        .containsExactlyInAnyOrderElementsOf(
                                PERSON.stream().map(IdentityHash::of).toList()));
        Map<String, RelationshipScore> scores = consumed.latest(Topics.RELATIONSHIP_SCORES);
        assertThat(scores).containsEntry("crm:c-17", null);
        assertThat(scores.get(OTHER)).isNotNull();
    }

    /** Retention, compaction lag and segments of seconds, which otherwise are days and hours. A service asks at its start. */
    private static void cleanWithinSeconds(RestartableSystem system) throws Exception {
        Map<String, Collection<AlterConfigOp>> changes = new HashMap<>();
        try (Admin admin = Admin.create(system.deployment().admin("test-topics"))) {
            for (String topic : admin.listTopics().names().get()) {
                Collection<AlterConfigOp> settings = new ArrayList<>();
                Map.of(
                                "segment.ms", "1000",
                                "max.compaction.lag.ms", "1000",
                                "delete.retention.ms", "100",
                                "min.cleanable.dirty.ratio", "0.01")
                        .forEach((name, value) -> settings.add(set(name, value)));
                if (isLog(system, topic)) {
                    settings.add(set("retention.ms", "10000"));
                }
                changes.put(topic, settings);
            }
        }
        alter(system, changes);
        system.streams().stop();
        system.streams().start();
    }

    private static void alter(RestartableSystem system, Map<String, ? extends Collection<AlterConfigOp>> changes)
            throws Exception {
        Map<ConfigResource, Collection<AlterConfigOp>> resources = new HashMap<>();
        changes.forEach(
                (topic, settings) -> resources.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), settings));
        try (Admin admin = Admin.create(system.deployment().admin("test-settings"))) {
            admin.incrementalAlterConfigs(resources).all().get();
        }
    }

    private static boolean isLog(RestartableSystem system, String topic) {
        return system.deployment().topics().all().stream()
                .filter(known -> known.name().equals(topic))
                .anyMatch(known -> known.kind().cleanupPolicy().equals("delete"));
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    /** Last year's file, an old backup, a late event, one under a new name too, a retraction, and an object of the person's. */
    private void bringBack(RestartableSystem system, Path history, Path backup) throws Exception {
        long before = system.counters().suppressed();
        Instant earlier = Instant.now().minus(Duration.ofDays(1));
        succeeded(run("replay", history.toString(), "--namespace", "crm"));
        succeeded(run("ledger", "import", backup.toString()));
        events.send("late", earlier, "\"kind\": \"page_viewed\"", "anonymous:a-1");
        events.send("renamed", earlier, "\"kind\": \"page_viewed\"", "card:4711", "device:d-17");
        events.send("back", earlier, "\"retracts\": \"e-2\"", "card:4711");
        events.sendRefund("refund-2", Instant.now(), "order:1017");
        // Ten lines of the file, and three events.
        awaitCounted(system, before + 13);
    }

    private void assertThatNobodyIsBack(RestartableSystem system, QueryClient queries) throws IOException {
        for (String identity : PERSON) {
            assertThat(queries.customer(identity)).as(identity).isEmpty();
        }
        Map<String, RelationshipScore> scores =
                new ConsumedTopics(system.deployment()).latest(Topics.RELATIONSHIP_SCORES);
        assertThat(PERSON)
                .allSatisfy(identity -> assertThat(scores.get(identity)).isNull());
    }

    /** The customers of all are those of the regions, and those who have a score. */
    private static void assertThatParentsEqualChildren(RestartableSystem system) {
        await("parents equal children").atMost(PATIENCE).untilAsserted(() -> {
            ConsumedTopics consumed = new ConsumedTopics(system.deployment());
            Map<String, AdvocacySnapshot> scopes = consumed.latest(Topics.ADVOCACY_DASHBOARD);
            long scored = consumed.latest(Topics.RELATIONSHIP_SCORES).values().stream()
                    .filter(Objects::nonNull)
                    .count();
            long all = scopes.get(ScopeNames.ALL).getCustomers();
            assertThat(all).isEqualTo(scored);
            assertThat(scopes.entrySet().stream()
                            .filter(scope -> scope.getKey().startsWith("region=") && scope.getValue() != null)
                            .mapToLong(scope -> scope.getValue().getCustomers())
                            .sum())
                    .isEqualTo(all);
        });
    }

    private void awaitNothingLeft() {
        await("nothing is left")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    CommandRun run = run(verify("privacy", "verify"));
                    assertThat(run.exitCode()).as(run.out()).isZero();
                    assertThat(run.out())
                            .contains("; the receipt\n", "; the suppression\n")
                            .contains("and nothing of that time is left in ", " but the receipt and the suppression.");
                });
        CommandRun byReceipt = run("privacy", "verify", "--receipt", "dsr-7");
        assertThat(byReceipt.exitCode()).as(byReceipt.out()).isZero();
    }

    private void assertThatAnExportHasEachErasureOnce() throws IOException {
        Path later = directory.resolve("later.avro");
        succeeded(run("ledger", "export", later.toString()));
        List<String> erased = new ArrayList<>();
        try (LedgerFileReader file = new LedgerFileReader(Files.newInputStream(later))) {
            for (Optional<LedgerPart> part = file.next(); part.isPresent(); part = file.next()) {
                part.get().getSuppressions().forEach(suppression -> erased.add(suppression.getIdentity()));
            }
        }
        assertThat(erased)
                .containsExactlyInAnyOrderElementsOf(
                        PERSON.stream().map(IdentityHash::of).toList());
    }

    private void assertThatSomebodyNewMayCome(QueryClient queries) throws Exception {
        events.send("anew", Instant.now(), "\"kind\": \"purchase\"", "card:4711");
        await("a new relationship")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                queries.customer("card:4711").orElseThrow().customer())
                        .isEqualTo("card:4711"));
        CommandRun run = run(verify("privacy", "verify"));
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("; of a new relationship since the erasure", "The person came back after the erasure");
    }

    private static String[] verify(String... command) {
        return Stream.concat(Arrays.stream(command), PERSON.stream()).toArray(String[]::new);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.now(Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--dir", directory.resolve("system").toString()))
                .toArray(String[]::new));
    }

    private static void succeeded(CommandRun run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
    }
}
