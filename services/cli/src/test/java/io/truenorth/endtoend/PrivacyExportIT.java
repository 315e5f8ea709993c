package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.cli.CommandRun;
import io.truenorth.identity.IdentityHash;
import io.truenorth.query.QueryClient;
import io.truenorth.schemas.Topics;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.standalone.LocalPorts;
import io.truenorth.standalone.LocalSystem;
import io.truenorth.standalone.LocalSystemConfig;
import io.truenorth.standalone.StartSteps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The export of a customer who was joined has everything, and its events have the score that the system gives. */
class PrivacyExportIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> IDENTITIES = List.of("crm:c-17", "card:4711", "anonymous:a-1");

    @TempDir
    private Path directory;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theEventsOfAnExportHaveTheScoreOfTheCustomer() throws Exception {
        try (LocalSystem system = LocalSystem.start(
                new LocalSystemConfig(directory.resolve("system"), false, LocalPorts.free(), ConfigSources.none()),
                StartSteps.silent())) {
            liveALife(system);
            QueryClient queries = system.deployment().queryClient();
            String asOf = Instant.now().plus(Duration.ofDays(1)).toString();

            List<JsonNode> lines = exported("card:4711");
            assertThat(type(lines.get(0))).isEqualTo("export");
            assertThat(lines.get(0).path("customer").asText()).isEqualTo("crm:c-17");
            assertThat(lines)
                    .filteredOn(line -> type(line).equals("identity"))
                    .extracting(line -> line.path("identity").asText())
                    .containsExactlyInAnyOrderElementsOf(IDENTITIES);
            assertThat(ofType(lines, "link")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(ofType(lines, "attribute").get(0).path("value").asText()).isEqualTo("north");
            assertThat(ofType(lines, "reference"))
                    .as("order:2000 is somebody else's")
                    .extracting(line -> line.path("reference").asText())
                    .containsExactly("order:1017");
            assertThat(ofType(lines, "touchpoint"))
                    .filteredOn(line -> !line.path("certain").asBoolean(true))
                    .as("of somebody else, with the person as the value of an attribute")
                    .singleElement()
                    .satisfies(line -> assertThat(line.toString()).contains("c-177"));
            assertThat(ofType(lines, "touchpoint"))
                    .filteredOn(line -> line.path("certain").asBoolean(true))
                    .hasSize(8)
                    .allSatisfy(line -> assertThat(line.toString())
                            .contains("\"occurredAtUtc\":\"20")
                            .doesNotContain("c-177"));
            assertThat(ofType(lines, "imported-event"))
                    .as("of each identity by itself")
                    .hasSizeGreaterThanOrEqualTo(7);
            assertThat(ofType(lines, "event"))
                    .as("the same event under two names, once")
                    .hasSize(7);
            assertThat(ofType(lines, "score"))
                    .filteredOn(line -> line.path("certain").asBoolean(true))
                    .hasSize(1);
            assertThat(ofType(lines, "request")).hasSize(1);
            assertThat(ofType(lines, "failed").get(0).path("certain").asBoolean())
                    .isTrue();
            assertThat(lines.toString()).doesNotContain("c-18");

            Path events = directory.resolve("events.jsonl");
            succeeded(run("privacy", "export", "anonymous:a-1", "--events", "-o", events.toString()));
            CommandRun scored = CommandRun.now("score", events.toString(), "--as-of", asOf);
            succeeded(scored);
            JsonNode score = json.readTree(scored.out());
            assertThat(score.path("customer").asText()).isEqualTo("crm:c-17");
            assertThat(score.path("score").asLong())
                    .isPositive()
                    .isEqualTo(queries.customer("crm:c-17", asOf).orElseThrow().score());
            assertThat(run("privacy", "export", "crm:nobody-knows").err())
                    .isEqualTo("truenorth: nothing is known of \"crm:nobody-knows\"\n");

            CommandRun verified = run("privacy", "verify", "crm:c-17", "card:4711");
            assertThat(verified.exitCode()).isEqualTo(4);
            assertThat(verified.out())
                    .contains("! touchpoints ", "-customers-changelog ", "No receipt tells of an erasure");
        }
    }

    private void liveALife(LocalSystem system) throws Exception {
        EventSender events = new EventSender(system.addresses().gateway());
        Instant now = Instant.now();
        events.send("e-1", now.minus(Duration.ofDays(40)), "\"kind\": \"page_viewed\"", "anonymous:a-1");
        events.send(
                "e-2",
                now.minus(Duration.ofDays(20)),
                "\"kind\": \"purchase\", \"money\": {\"amountMinor\": 1250, \"currency\": \"EUR\"}, \"subject\":"
                        + " \"shoes\", \"attributes\": {\"region\": \"north\"}, \"references\": [\"order:1017\"]",
                "card:4711");
        events.send(
                "twice", now.minus(Duration.ofDays(3)), "\"kind\": \"review_posted\", \"sentiment\": 1", "card:4711");
        events.send(
                "twice",
                now.minus(Duration.ofDays(3)),
                "\"kind\": \"review_posted\", \"sentiment\": 1",
                "anonymous:a-1");
        events.send(
                "e-3",
                now.minus(Duration.ofDays(2)),
                "\"kind\": \"complaint_made\", \"sentiment\": -1",
                "anonymous:a-1");
        events.send(
                "longer",
                now.minus(Duration.ofDays(9)),
                "\"kind\": \"purchase\", \"references\": [\"order:2000\"], \"attributes\": {\"referrer\": \"crm:c-17\"}",
                "crm:c-177");
        events.sendRefund("other-refund", now, "order:2000");
        await("order:2000 is that of crm:c-177, before another one claims it")
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    var counters = system.streams().counters().sum();
                    assertThat(counters.received()).isEqualTo(7);
                    assertThat(counters.waiting()).isZero();
                });
        events.send(
                "e-4", now, "\"kind\": \"signed_up\", \"references\": [\"order:2000\"]", "anonymous:a-1", "crm:c-17");
        events.send("other", now, "\"kind\": \"signed_up\"", "crm:c-18");
        events.sendRefund("refund", now, "order:1017");
        succeeded(run("identity", "link", "crm:c-17", "card:4711"));
        awaitIdentities("card:4711", 3);
        events.send("e-5", now.minus(Duration.ofDays(3)), "\"retracts\": \"e-9\"", "crm:c-17");
        EventSender.writeUnreadable(
                system.addresses().bootstrapServers(),
                system.deployment().topics().topic(Topics.TOUCHPOINTS).name(),
                "crm:c-17");
        await("everything is counted").atMost(PATIENCE).untilAsserted(() -> {
            var counters = system.streams().counters().sum();
            assertThat(counters.received()).isEqualTo(12);
            assertThat(counters.failed()).isEqualTo(1);
            assertThat(counters.waiting()).isZero();
        });
        String backup = directory.resolve("backup.avro").toString();
        await("messages of joins are handled")
                .atMost(PATIENCE)
                .untilAsserted(() -> succeeded(run("ledger", "export", backup)));
        succeeded(run("ledger", "import", backup));
        await("the score is published")
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(run("privacy", "export", "crm:c-17").out()).contains("\"type\":\"score\""));
    }

    private void awaitIdentities(String identity, int count) {
        await("joined")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(run("identity", "show", identity).out())
                                .contains("is a customer with " + count + " identities"));
    }

    private List<JsonNode> exported(String identity) throws IOException {
        Path file = directory.resolve("person.jsonl");
        CommandRun run = run("privacy", "export", identity, "-o", file.toString());
        succeeded(run);
        assertThat(run.err())
                .startsWith("exported of crm:c-17: ")
                .contains(
                        "\naudit: {\"at\":\"",
                        "\"what\":\"export\",\"identity\":\"" + IdentityHash.of(identity) + "\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private static String type(JsonNode line) {
        return line.path("type").asText();
    }

    private static List<JsonNode> ofType(List<JsonNode> lines, String type) {
        List<JsonNode> some =
                lines.stream().filter(line -> type(line).equals(type)).toList();
        assertThat(some).as(type).isNotEmpty();
        return some;
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
