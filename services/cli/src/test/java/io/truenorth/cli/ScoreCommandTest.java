package io.truenorth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {

    private static final String HEADER = "customer,ts,channel,kind,direction,sentiment,value,subject\n";

    /** 2017-03-01 and 2017-03-02, noon. */
    private static final String LINES = """
            c-1,1488369600,store,purchase,in,,29.33,shoes
            c-1,1488456000,web,review_posted,in,1,,shoes
            c-2,1488369600,mail,campaign,out,,,
            c-3,1488456000,store,purchase,in,,10,
            """;

    @TempDir
    private Path directory;

    @Test
    void everyCustomerIsALineOfJson() throws IOException {
        CommandRun run = CommandRun.of("score", file("h.csv", HEADER + LINES), "--as-of", "2017-03-03");

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines())
                .hasSize(3)
                .first()
                .asString()
                .matches(
                        "\\{\"customer\":\"c-1\",\"score\":\\d+,\"engagement\":\\d+,\"money\":\\d+,\"connectedness\":\\d+,"
                                + "\"reciprocity\":0,\"sentiment\":\\d+,\"advocacy\":\\d+,\"advocacyMass\":0\\.99\\d+,"
                                + "\"detractorRisk\":0\\.0,\"detractor\":false,\"stage\":\"engaged\",\"departures\":\\[\\]}");
        assertThat(run.outLines().get(1))
                .isEqualTo("{\"customer\":\"c-2\",\"score\":0,\"engagement\":0,\"money\":0,\"connectedness\":0,"
                        + "\"reciprocity\":0,\"sentiment\":0,\"advocacy\":0,\"advocacyMass\":0.0,\"detractorRisk\":0.0,"
                        + "\"detractor\":false,\"stage\":\"unknown\",\"departures\":[]}");
        assertThat(run.errLines())
                .containsExactly("scored 3 of 3 customers; lines 4, duplicates 0, refused 0, in 0.0 s");
    }

    @Test
    void whoIsCalledAsNobodyIsScoredOnlyIfTheCommandSaysSo() throws IOException {
        Path history = Path.of(file("h.csv", HEADER + LINES.replace("c-3", "0").replace("c-2", "undefined")));

        CommandRun refusing = CommandRun.of("score", history.toString(), "--as-of", "2017-03-03");
        CommandRun allowing =
                CommandRun.of("score", history.toString(), "--as-of", "2017-03-03", "--allow-customer", "0");

        assertThat(refusing.outLines()).hasSize(1);
        assertThat(refusing.err()).contains("customer: expected the id of somebody, not a word for a missing value");
        assertThat(allowing.outLines()).hasSize(2).first().asString().startsWith("{\"customer\":\"0\"");
    }

    @Test
    void correctionsReplaceAndRetractionsTakeBackInEitherOrder() throws IOException {
        String header = HEADER.strip() + ",id,retracts,revision\n";
        List<String> lines = new ArrayList<>(List.of(
                "c-1,1488369600,survey,survey_answered,in,-1,,,s-1,,",
                "c-1,1488369600,survey,survey_answered,in,1,,,s-1,,600",
                "c-2,1488369600,web,post_written,in,,,,p-1,,",
                "c-2,1488369600,web,post_written,in,,,,p-2,,",
                "c-2,1488369600,,,,,,,,p-1,"));
        String expected =
                HEADER + "c-1,1488369600,survey,survey_answered,in,1,,\nc-2,1488369600,web,post_written,in,,,\n";

        CommandRun forwards =
                CommandRun.of("score", file("a.csv", header + String.join("\n", lines)), "--as-of", "2017-03-03");
        Collections.reverse(lines);
        CommandRun backwards =
                CommandRun.of("score", file("b.csv", header + String.join("\n", lines)), "--as-of", "2017-03-03");

        assertThat(forwards.exitCode()).isZero();
        assertThat(forwards.outLines())
                .isEqualTo(CommandRun.of("score", file("c.csv", expected), "--as-of", "2017-03-03")
                        .outLines());
        assertThat(backwards.outLines()).isEqualTo(forwards.outLines());
    }

    @Test
    void theExampleOfTheDocumentIsRead() throws IOException {
        String page = Files.readString(Path.of("../../docs/files.md"));
        String example = page.substring(page.indexOf("    customer,ts,"), page.indexOf("Here the answer counts once"));

        CommandRun run = CommandRun.of("score", file("h.csv", example.replace("    ", "")), "--as-of", "2025-03-03");

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).singleElement().asString().contains("\"customer\":\"c-1\"", "\"detractorRisk\":0.0");
    }

    @Test
    void filesThatRepeatLinesWithIdsAreNotedAsOthersAre() throws IOException {
        String header = HEADER.strip() + ",id,retracts,revision\n";
        String lines = "c-1,1488369600,store,purchase,in,,1,,o-1,,\nc-1,1488369600,store,purchase,in,,2,,o-2,,\n";
        String sameIdsOnly = lines.replace("c-1", "c-9");

        CommandRun repeating = CommandRun.of(
                "score", file("a.csv", header + lines), file("b.csv", header + lines), "--as-of", "2017-03-03");
        CommandRun another = CommandRun.of(
                "score", file("a.csv", header + lines), file("d.csv", header + sameIdsOnly), "--as-of", "2017-03-03");

        assertThat(repeating.err()).contains("warning: all lines of a and b are the same");
        assertThat(another.err()).doesNotContain("warning");
    }

    @Test
    void contributionsAddUpToTheScore() throws IOException {
        CommandRun run = CommandRun.of("score", file("h.csv", HEADER + LINES), "--as-of", "2017-03-03");

        for (String line : run.outLines()) {
            List<Long> numbers = new ArrayList<>();
            try (JsonParser parser = new JsonFactory().createParser(line)) {
                while (parser.nextToken() != null) {
                    if (parser.currentToken().isNumeric() && !parser.getText().contains(".")) {
                        numbers.add(parser.getLongValue());
                    }
                }
            }
            assertThat(numbers).hasSize(7);
            assertThat(numbers.subList(1, 7).stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(numbers.get(0));
        }
    }

    @Test
    void csvHasTheSameFields() throws IOException {
        String file = file("h.csv", HEADER + LINES.replace("c-1", "\"c,\"\"1\"\"\""));

        List<String> csv = CommandRun.of("score", file, "--as-of", "2017-03-03", "--format", "csv")
                .outLines();
        List<String> json =
                CommandRun.of("score", file, "--as-of", "2017-03-03").outLines();

        assertThat(csv.get(0))
                .isEqualTo("customer,score,engagement,money,connectedness,reciprocity,sentiment,advocacy,advocacyMass,"
                        + "detractorRisk,detractor,stage,lastDeparture,lastDepartureDay");
        assertThat(csv.get(1)).startsWith("\"c,\"\"1\"\"\",").endsWith(",false,engaged,,");
        assertThat(csv.get(2)).isEqualTo("c-2,0,0,0,0,0,0,0,0.0,0.0,false,unknown,,");
        assertThat(csv.get(3)).endsWith(",,");
        assertThat(csv.get(3).split(",", -1))
                .startsWith(values(json.get(2).replace(",\"departures\":[]", "")))
                .hasSize(14);
    }

    private static String[] values(String json) {
        return json.replaceAll("[{}\"]", "").replaceAll("(^|,)[a-zA-Z]+:", "$1").split(",", -1);
    }

    @Test
    void theLastDepartureIsToldBesideTheScore() throws IOException {
        String file = file("h.csv", HEADER + "leaver,1488456000,email,unsubscribed,in,,,\n");

        CommandRun json = CommandRun.of("score", file, "--as-of", "2017-03-03");
        CommandRun csv = CommandRun.of("score", file, "--as-of", "2017-03-03", "--format", "csv");

        assertThat(json.outLines())
                .singleElement()
                .asString()
                .contains("\"score\":0,", "\"detractorRisk\":0.0")
                .endsWith("\"departures\":[{\"channel\":\"email\",\"kind\":\"unsubscribed\",\"day\":\"2017-03-02\"}]}");
        assertThat(csv.outLines()).last().asString().endsWith(",unknown,unsubscribed,2017-03-02");
    }

    @Test
    void onlyWhatBeganBeforeTheMomentCounts() throws IOException {
        String file = file("h.csv", HEADER + LINES);

        assertThat(CommandRun.of("score", file, "--as-of", "2017-03-01").out()).isEmpty();
        assertThat(customers(CommandRun.of("score", file, "--as-of", "2017-03-02")))
                .containsExactly("c-1", "c-2");
        assertThat(customers(CommandRun.of("score", file, "--as-of", "2017-03-02T01:00:00.001+01:00")))
                .containsExactly("c-1", "c-2", "c-3");
        assertThat(customers(CommandRun.of("score", file, "--as-of", "1488412800000")))
                .containsExactly("c-1", "c-2");
        assertThat(CommandRun.of("score", file).out())
                .isEqualTo(CommandRun.of("score", file, "--as-of", "2026-01-01").out())
                .isEqualTo(CommandRun.of("score", file, "--as-of", "now").out());
    }

    @Test
    void customersAreSortedByTheirBytes() throws IOException {
        StringBuilder lines = new StringBuilder(HEADER);
        for (String customer : List.of("b", "\ue000", "𝕏", "B", "a", "ab", "é", "10", "9")) {
            lines.append(customer).append(",1488369600,web,visit,in,,,\n");
        }

        assertThat(customers(CommandRun.of("score", file("h.csv", lines.toString()))))
                .containsExactly("10", "9", "B", "a", "ab", "b", "é", "\ue000", "𝕏");
    }

    @Test
    void aNamespacePrefixesCustomers() throws IOException {
        assertThat(customers(CommandRun.of("score", file("h.csv", HEADER + LINES), "--namespace", "crm")))
                .containsExactly("crm:c-1", "crm:c-2", "crm:c-3");
    }

    @Test
    void neitherOrderNorFormNorRepetitionChangesAByte() throws IOException {
        List<String> lines = randomLines(3000);
        String scores = CommandRun.of("score", file("a.csv", HEADER + String.join("\n", lines)))
                .out();
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(2));
        String half = file("part/a.csv", HEADER + String.join("\n", lines.subList(0, 1500)));
        String otherHalf = file("b.csv", HEADER + String.join("\n", lines.subList(1500, 3000)));

        assertThat(CommandRun.of("score", file("s/a.csv", HEADER + String.join("\r\n", shuffled)))
                        .out())
                .isEqualTo(scores);
        assertThat(CommandRun.of("score", gzipped("a.csv.gz", HEADER + String.join("\n", shuffled)))
                        .out())
                .isEqualTo(scores);
        assertThat(CommandRun.of("score", otherHalf, half).out()).isEqualTo(scores);
        CommandRun twice = CommandRun.of(
                "score",
                directory.resolve("a.csv").toString(),
                directory.resolve("s/a.csv").toString());
        assertThat(twice.out()).isEqualTo(scores);
        assertThat(twice.err()).contains("lines 6,000, duplicates 3,000,");
    }

    @Test
    void filesOfOneSourceShareTheirEvents() throws IOException {
        String first = file("a.csv", HEADER + LINES);
        String second = file("b.csv", HEADER + LINES);

        assertThat(CommandRun.of("score", first, second).err()).contains("lines 8, duplicates 0,");
        assertThat(CommandRun.of("score", first, second, "--source", "s").err()).contains("lines 8, duplicates 4,");
    }

    @Test
    void filesThatRepeatEachOtherUnderTwoNamesAreWarnedOf() throws IOException {
        List<String> lines = randomLines(300);
        String march = file("march.csv", HEADER + String.join("\n", lines.subList(0, 200)));
        String copy = file("copy.csv", HEADER + String.join("\n", lines.subList(20, 220)));
        String april = file("april.csv", HEADER + String.join("\n", lines.subList(200, 300)));

        CommandRun run = CommandRun.of("score", march, copy);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains("warning: 90 % of the lines of march and copy are the same and count twice", "--source");
        assertThat(CommandRun.of("score", march, copy, "--source", "one").err()).doesNotContain("warning");
        assertThat(CommandRun.of("score", march, april).err()).doesNotContain("warning");
        assertThat(CommandRun.of("explain", march, copy, "c-1").err()).contains("warning: 90 %");
    }

    @Test
    void theOutputFileAppearsWhenItIsComplete() throws IOException {
        String file = file("h.csv", HEADER + LINES);
        Path output = directory.resolve("scores.jsonl");
        Files.writeString(output, "old");

        CommandRun run = CommandRun.of("score", file, "-o", output.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(output).hasContent(CommandRun.of("score", file).out());
        assertThat(filesOf(directory)).containsExactlyInAnyOrder("h.csv", "scores.jsonl");
    }

    @Test
    void aWrittenFileIsItsOwnersAlone() throws IOException {
        Path output = directory.resolve("scores.jsonl");

        CommandRun.of("score", file("h.csv", HEADER + LINES), "-o", output.toString());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output)))
                .isEqualTo("rw-------");
    }

    @Test
    void aModelAndAMappingOfOnesOwnAreUsed() throws IOException {
        String model = file("m.yaml", "{id: m, dimensions: {money: {k: 100}}}");
        String mapping = file(
                "map.yaml",
                "{time: {column: when, format: iso-8601, zone: UTC}, customer: {column: who}, channel: {constant: web},"
                        + " kind: {constant: purchase}, direction: {constant: in}, value: {column: paid}}");
        String file = file("h.csv", "who,when,paid,else\nc-1,2017-03-01,1,x\n");

        CommandRun run = CommandRun.of("score", file, "--model", model, "--mapping", mapping, "--as-of", "2017-03-02");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("{\"customer\":\"c-1\",\"score\":49904787,\"engagement\":0,\"money\":49904787,");
    }

    private String file(String name, String content) throws IOException {
        Path path = directory.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content).toString();
    }

    private String gzipped(String name, String content) throws IOException {
        Path path = directory.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return path.toString();
    }

    private static List<String> customers(CommandRun run) {
        return run.outLines().stream()
                .map(line -> line.substring("{\"customer\":\"".length(), line.indexOf("\",")))
                .toList();
    }

    private static List<String> filesOf(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> randomLines(int count) {
        Random random = new Random(1);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(String.join(
                    ",",
                    "c-" + random.nextInt(100),
                    Long.toString(1_488_369_600 + 86_400L * random.nextInt(100)),
                    random.nextBoolean() ? "web" : "store",
                    random.nextBoolean() ? "purchase" : "review_posted",
                    random.nextInt(4) == 0 ? "out" : "in",
                    random.nextBoolean() ? "" : Integer.toString(random.nextInt(3) - 1),
                    Integer.toString(random.nextInt(5)),
                    "s" + random.nextInt(2)));
        }
        return lines;
    }
}
