package io.truenorth.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDiffCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of("../..");
    private static final String HEADER = "customer,ts,channel,kind,direction,sentiment,value\n";
    private static final long BEGIN = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();

    @TempDir
    private Path directory;

    @Test
    void differingValuesAreListedByPath() throws IOException {
        String ours = file("ours.yaml", """
                id: ours
                version: 7
                kinds: { cheer: { points: 2 } }
                stages: { loyal: { up: 55 } }
                """);
        String better = file("better.yaml", """
                id: ours
                version: 8
                kinds: { glance: { passive: true } }
                stages: { loyal: { up: 56.5 } }
                """);

        assertThat(CommandRun.of("model", "diff", ours, better)).isEqualTo(new CommandRun(0, """
                ours 7 → ours 8: 4 values differ
                  version          7 → 8
                  kinds.cheer      { points: 2 } → not listed
                  kinds.glance     not listed → { passive: true }
                  stages.loyal.up  55 → 56.5
                """, ""));
        assertThat(CommandRun.of("model", "diff", ours, ours).out()).isEqualTo("ours 7 → ours 7: 0 values differ\n");
        assertThat(CommandRun.of("model", "diff", "standard", ours).out())
                .startsWith("standard 2 → ours 7: ")
                .contains("  id  ", "standard → ours\n", "stages.loyal.up", "60 → 55\n");
        assertThat(CommandRun.inAscii("model", "diff", ours, better).out()).contains("  7 > 8\n");
    }

    /** What the comparison says of a customer is what both models say of them alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{id: new, pace: slow}",
                "{id: new, dimensions: {money: {k: 500}}, stages: {engaged: {up: 10, down: 5}}}",
                "{id: new, kinds: {cheer: {points: 2}, purchase: {}, visit: {passive: true}}}",
                "{id: new, unknownKinds: refuse, kinds: {cheer: {points: 2}, purchase: {}}}",
            })
    void itAgreesWithScoringByEachModelForEveryCustomer(String model) throws IOException {
        long seed = System.nanoTime();
        String history = randomHistory(new Random(seed));
        String next = file("new.yaml", model);
        String[] options = {"--as-of", "2025-07-01", "--namespace", "crm"};

        List<JsonNode> changes = lines(
                "model",
                "diff",
                "standard",
                next,
                "--history",
                history,
                "--format",
                "jsonl",
                options[0],
                options[1],
                options[2],
                options[3]);
        Map<String, JsonNode> before = scores(history, options);
        Map<String, JsonNode> after = scores(history, options[0], options[1], options[2], options[3], "--model", next);

        TreeSet<String> customers = new TreeSet<>(before.keySet());
        customers.addAll(after.keySet());
        assertThat(changes.stream().map(change -> change.get("customer").asText()))
                .as("seed %d", seed)
                .containsExactlyElementsOf(customers);
        assertThat(changes).as("seed %d", seed).allSatisfy(change -> {
            String customer = change.get("customer").asText();
            assertThat(scoreAndStage(change.get("before"))).isEqualTo(scoreAndStage(before.get(customer)));
            assertThat(scoreAndStage(change.get("after"))).isEqualTo(scoreAndStage(after.get(customer)));
            assertThat(change.get("change").asLong())
                    .isEqualTo(score(after.get(customer)) - score(before.get(customer)));
        });
        assertThat(changes)
                .as("seed %d", seed)
                .anyMatch(change -> change.get("changesStage").asBoolean());
    }

    private static String scoreAndStage(JsonNode node) {
        return node == null || node.isNull()
                ? "not scored"
                : node.get("score").asLong() + " " + node.get("stage").asText();
    }

    private static long score(JsonNode node) {
        return node == null ? 0 : node.get("score").asLong();
    }

    @Test
    void customersAreCountedByTheirStagesBeforeAndAfter() throws IOException {
        StringBuilder lines = new StringBuilder(HEADER);
        for (int day = 0; day < 20; day++) {
            lines.append(touch("c-often", day, "web", "purchase"));
        }
        lines.append(touch("c-once", 20, "web", "visit"));
        lines.append(touch("c-cheers", 20, "web", "cheer"));
        String history = file("history.csv", lines.toString());
        String next =
                file("new.yaml", "{id: new, unknownKinds: refuse, kinds: {purchase: {}, cheer: {passive: true}}}");

        CommandRun run =
                CommandRun.of("model", "diff", "standard", next, "--history", history, "--as-of", "2025-01-22");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("3 customers as of 2025-01-22T00:00:00Z: 2 change stage; mean score ");
        assertThat(table(run.out()))
                .containsExactly(
                        "from \\ to not scored unknown aware engaged committed loyal advocate",
                        "aware 1 1 – – – – –",
                        "loyal – – – – – 1 –");
        assertThat(run.out().lines().filter(line -> line.contains("c-"))).hasSize(2);
        assertThat(run.out()).contains(", aware → not scored\n").contains("c-cheers, aware → unknown\n");
    }

    /** The rows of the table, with single spaces. */
    private static List<String> table(String text) {
        List<String> lines = text.lines().toList();
        int first = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("from \\ to"))
                .findFirst()
                .orElseThrow());
        return lines.subList(first, lines.size()).stream()
                .takeWhile(line -> !line.isEmpty())
                .map(line -> line.replaceAll(" +", " "))
                .toList();
    }

    @Test
    void equalModelsChangeNobody() throws IOException {
        String history = randomHistory(new Random(7));

        CommandRun run = CommandRun.of("model", "diff", "standard", "standard", "--history", history);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(": 0 change stage; mean score ", "(+0.00)")
                .doesNotContain("most changed");
    }

    @Test
    void whatCannotBeComparedIsToldInOneLine() throws IOException {
        String history = randomHistory(new Random(7));
        String ours = file("ours.yaml", "id: ours");
        String broken = file("broken.yaml", "idd: ours");

        assertThat(CommandRun.of("model", "diff", "standard", broken).err().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("truenorth: " + broken + ":1: ");
        assertThat(CommandRun.of("model", "diff", "standard", ours, "--format", "jsonl")
                        .err())
                .contains("--format: jsonl has a line for each customer, and requires --history");
        assertThat(CommandRun.of(
                                "model",
                                "diff",
                                "standard",
                                ours,
                                "--model",
                                file("slow.yaml", "{id: slow, pace: slow}"))
                        .err())
                .contains("--model: not supported here, as the models are OLD and NEW");
        assertThat(CommandRun.of("model", "diff", ours, ours, "--history", history, "--refused", ours)
                        .err())
                .contains("would overwrite");
        assertThat(CommandRun.of("model", "diff", "standard").err()).contains("'NEW'");
    }

    @Test
    void theDocumentsShowWhatTheCommandsPrint() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/scoring.md"));
        String shown = page.substring(page.indexOf("```\nstandard 2 → slow-shop 1") + 4);
        String model = ROOT.resolve("docs/examples/slow-shop.model.yaml").toString();

        CommandRun run = CommandRun.of(
                "model",
                "diff",
                "standard",
                model,
                "--history",
                ROOT.resolve("docs/examples/slow-shop.csv.gz").toString(),
                "--as-of",
                "2025-01-01");

        assertThat(run.out()).isEqualTo(shown.substring(0, shown.indexOf("```")));
    }

    private String randomHistory(Random random) throws IOException {
        List<String> kinds = List.of("purchase", "visit", "cheer", "email_opened", "unsubscribed", "referral_made");
        StringBuilder lines = new StringBuilder(HEADER);
        for (int customer = 10; customer < 90; customer++) {
            for (int touch = random.nextInt(40); touch >= 0; touch--) {
                String kind = customer % 9 == 0 ? "visit" : kinds.get(random.nextInt(kinds.size()));
                lines.append(touch("c-" + customer, random.nextInt(170), "web-" + random.nextInt(3), kind));
            }
        }
        return file("history.csv", lines.toString());
    }

    private static String touch(String customer, int day, String channel, String kind) {
        return String.join(
                        ",",
                        customer,
                        Long.toString(BEGIN + day * 86_400L + 3_600),
                        channel,
                        kind,
                        "in",
                        kind.equals("cheer") ? "1" : "",
                        kind.equals("purchase") ? "12.50" : "")
                + "\n";
    }

    private static Map<String, JsonNode> scores(String history, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("score", history));
        arguments.addAll(List.of(options));
        Map<String, JsonNode> scores = new TreeMap<>();
        for (JsonNode line : lines(arguments.toArray(String[]::new))) {
            scores.put(line.get("customer").asText(), line);
        }
        return scores;
    }

    private static List<JsonNode> lines(String... arguments) throws IOException {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isIn(0, 3);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }
}
