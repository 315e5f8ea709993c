package io.truenorth.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

    @Test
    void everyTypeIsRead() {
        String text = read("""
                name: web
                number: 0.5
                count: 7
                on: true
                every: 26w
                unit: nanoseconds
                list: [a, b]
                names: {x y: 1, z: 2}
                """, root -> {
            DocumentSection section = root.section();
            return String.join(
                    " ",
                    section.at("name").text(""),
                    String.valueOf(section.at("number").number(0)),
                    String.valueOf(section.at("count").integer(0, 10, 0)),
                    String.valueOf(section.at("on").bool(false)),
                    String.valueOf(section.at("every").duration(Duration.ZERO).toDays()),
                    section.at("unit").oneOf(TimeUnit.class, TimeUnit.DAYS).name(),
                    section.at("list").list().stream()
                            .map(node -> node.text(""))
                            .toList()
                            .toString(),
                    section.at("names").entries().keySet().toString());
        });

        assertThat(text).isEqualTo("web 0.5 7 true 182 NANOSECONDS [a, b] [x y, z]");
    }

    @Test
    void whatIsMissingIsWhatTheReaderWouldHave() {
        List<Object> values = read("{}", root -> {
            DocumentSection section = root.section();
            return List.of(
                    section.at("a").text("none"),
                    section.at("b").number(1.5),
                    section.at("c").integer(0, 9, 3),
                    section.at("d").bool(true),
                    section.at("e").duration(Duration.ofDays(1)),
                    section.at("f").oneOf(TimeUnit.class, TimeUnit.DAYS),
                    section.at("g").list(),
                    section.at("h").entries(),
                    section.at("i").section().at("j").text("deep"),
                    section.at("a").isPresent());
        });

        assertThat(values).hasToString("[none, 1.5, 3, true, PT24H, DAYS, [], {}, deep, false]");
    }

    @Test
    void allProblemsAreToldAtOnceInTheOrderOfTheirLines() {
        assertProblems(
                "halflife: 4w\nweight: heavy\ninner:\n  k: [1]\n",
                root -> {
                    DocumentSection section = root.section();
                    section.required("id").text("");
                    section.at("halfLife").duration(Duration.ZERO);
                    section.at("inner").section().at("k").number(0);
                    section.at("weight").number(0);
                },
                "test.yaml:1: id: expected, but missing",
                "test.yaml:1: halflife: unknown key, did you mean halfLife? (known here: id, halfLife, inner, weight)",
                "test.yaml:2: weight: expected a number, was \"heavy\"",
                "test.yaml:4: inner.k: expected a number, was a list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NaN", ".nan", ".inf", "-.inf", "1e999", "1_000", "0x10", "1,5", "''", "1e9999999999", "true"})
    void whatIsNoFiniteDecimalIsNoNumber(String written) {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() ->
                        read("k: " + written, root -> root.section().at("k").number(0)))
                .withMessageStartingWith("test.yaml:1: k: expected a number, was ");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "-2.5, -2.5", "+3., 3", ".5, 0.5", "1e30, 1e30", "2E-3, 0.002", "'\"7\"', 7"})
    void decimalsAreNumbers(String written, double number) {
        Double read = read("k: " + written, root -> root.section().at("k").number(0));

        assertThat(read).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "10472716800ms, PT2909H5M16.8S",
        "10s, PT10S",
        "5m, PT5M",
        "12h, PT12H",
        "30d, PT720H",
        "26w, PT4368H",
        "0d, PT0S"
    })
    void durationsAreAWholeNumberAndAUnit(String written, Duration duration) {
        Duration read = read("k: " + written, root -> root.section().at("k").duration(Duration.ZERO));

        assertThat(read).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "4 w", "1.5w", "-4w", "4W", "w", "4", "12345678901w", "P4W"})
    void otherTextsAreNoDurations(String written) {
        assertProblems(
                "k: " + written,
                root -> root.section().at("k").duration(Duration.ZERO),
                "test.yaml:1: k: expected a duration such as 26w, 30d or 12h, was \"" + written + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "-1", "1.0", "x", "99999999999999999999"})
    void wholeNumbersHaveBounds(String written) {
        assertProblems(
                "k: " + written,
                root -> root.section().at("k").integer(0, 10, 0),
                "test.yaml:1: k: expected a whole number from 0 to 10, was \"" + written + "\"");
    }

    @Test
    void otherShapesAreNamed() {
        assertProblems(
                "a: {}\nb: []\nc:\nd: yes\ne: week\nf: {}\ng: x\nh: 1",
                root -> {
                    DocumentSection section = root.section();
                    section.at("a").text("");
                    section.at("b").section();
                    section.at("c").number(0);
                    section.at("d").bool(false);
                    section.at("e").oneOf(TimeUnit.class, TimeUnit.DAYS);
                    section.at("f").list();
                    section.at("g").entries();
                    section.at("h").section().required("not told besides");
                },
                "test.yaml:1: a: expected a text, was a map",
                "test.yaml:2: b: expected a map, was a list",
                "test.yaml:3: c: expected a number, was nothing",
                "test.yaml:4: d: expected true or false, was \"yes\"",
                "test.yaml:5: e: expected one of nanoseconds, microseconds, milliseconds, seconds, minutes, hours, days,"
                        + " was \"week\"",
                "test.yaml:6: f: expected a list, was a map",
                "test.yaml:7: g: expected a map, was \"x\"",
                "test.yaml:8: h: expected a map, was \"1\"");
    }

    @Test
    void aKeyIsGivenOnce() {
        assertProblems(
                "a: 1\nb: {c: 1,\n    c: 2}\na: 3\n",
                root -> {
                    DocumentSection section = root.section();
                    section.at("a").number(0);
                    section.at("b").section().at("c").number(0);
                },
                "test.yaml:3: b.c: expected every key once, was given on line 2 already",
                "test.yaml:4: a: expected every key once, was given on line 1 already");
    }

    @Test
    void aliasesAndTagsAreNoValues() {
        assertProblems(
                "a: &x 1\nb: *x\nc: !secret 2\n",
                root -> {
                    DocumentSection section = root.section();
                    List.of("a", "b", "c").forEach(section::at);
                },
                "test.yaml:2: b: expected the value itself, was the alias *x",
                "test.yaml:3: c: expected a value without a tag, was tagged \"secret\"");
    }

    @Test
    void anAliasIsReportedOnce() {
        assertProblems(
                "a: &x 1\nb: *x\nc: *x\n",
                root -> {
                    DocumentSection section = root.section();
                    section.at("a").number(0);
                    section.at("b").number(0);
                    section.at("c").section();
                },
                "test.yaml:2: b: expected the value itself, was the alias *x",
                "test.yaml:3: c: expected the value itself, was the alias *x");
    }

    @Test
    void problemsHaveTheColumnOfTheirKeyOrItem() {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> read("a:\n  b: { c: x, d: [1, y] }\n\tz", root -> ""))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(DocumentProblem::line, DocumentProblem::column)
                        .containsExactly(tuple(3, 1)));
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> read("a:\n  b: { c: x, d: [1, y], e: 2 }\n", root -> {
                    DocumentSection b = root.section().at("a").section().at("b").section();
                    b.at("c").number(0);
                    b.at("d").list().get(1).number(0);
                    return "";
                }))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(DocumentProblem::path, DocumentProblem::line, DocumentProblem::column)
                        .containsExactlyInAnyOrder(
                                tuple("a.b.c", 2, 8), tuple("a.b.d[1]", 2, 21), tuple("a.b.e", 2, 25)));
    }

    @Test
    void warningsAreNoProblems() {
        Document document = Document.of("test.yaml", "a: 1\nb: 2\n".getBytes(StandardCharsets.UTF_8));

        document.read(root -> {
            DocumentSection section = root.section();
            section.at("b").warning("is rarely 2");
            section.at("a").warning("is rarely 1");
            return "";
        });

        assertThat(document.warnings())
                .containsExactly(
                        new DocumentProblem(1, 1, "a", "is rarely 1"), new DocumentProblem(2, 1, "b", "is rarely 2"));
    }

    @Test
    void itemsOfListsHavePaths() {
        assertProblems(
                "list:\n  - 1\n  - {k: x}\n\"odd key\": 1\n",
                root -> {
                    DocumentSection section = root.section();
                    section.at("list").list().get(1).section().at("k").number(0);
                    section.at("odd key").bool(false);
                },
                "test.yaml:3: list[1].k: expected a number, was \"x\"",
                "test.yaml:4: [\"odd key\"]: expected true or false, was \"1\"");
    }

    @Test
    void whatIsNoYamlIsToldByItsLine() {
        assertProblems(
                "a: 1\nb: c: d\n", root -> {}, "test.yaml:2: expected YAML: mapping values are not allowed here");
        assertProblems(
                "a:\n  - 1\n  b: 2\n",
                root -> {},
                "test.yaml:3: expected YAML: while parsing a block collection, expected <block end>, but found '?'");
        assertProblems(
                "a: 1\n---\nb: 2\n",
                root -> root.section().at("a"),
                "test.yaml:3: expected one document, a second one begins here");
        assertProblems("", DocumentNode::section, "test.yaml: expected a map, was nothing");
        assertProblems("[".repeat(60), root -> {}, "test.yaml:1: expected YAML: nested deeper than 50 levels");
    }

    @Test
    void aDocumentHasBoundedValuesKeysAndPaths() {
        List<DocumentNode> most = read(
                "list:\n" + "  - x\n".repeat(19_998),
                root -> root.section().at("list").list());
        assertThat(most).hasSize(19_998);
        assertProblems(
                "list:\n" + "  - x\n".repeat(19_999),
                root -> {},
                "test.yaml:20000: list[19998]: expected up to 20000 values, was one more");
        assertProblems(
                "a:\n  " + "k".repeat(201) + ": 1\n",
                root -> {},
                "test.yaml:2: a: expected keys of up to 200 characters, was \"" + "k".repeat(40) + "…\" with 201");
        assertProblems(
                ("{" + "k".repeat(200) + ": ").repeat(5) + "1" + "}".repeat(5),
                root -> {},
                "test.yaml:1: " + "k".repeat(200) + "…: expected a path of up to 1000 characters, was longer");
    }

    @Test
    void aDocumentIsUtf8OfBoundedSize() {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> Document.of("test.yaml", new byte[] {'a', ':', '\n', ' ', (byte) 0xff}))
                .withMessage("test.yaml:2: expected text in UTF-8, was other bytes");
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> Document.of("test.yaml", "a: 1".getBytes(StandardCharsets.UTF_16)))
                .withMessage("test.yaml:1: expected text in UTF-8, was UTF-16: save the file as UTF-8");
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> Document.of("test.yaml", new byte[(1 << 20) + 1]))
                .withMessage("test.yaml: expected up to 1 MiB, is larger");
    }

    @Test
    void aFileIsRead(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("a.yaml"), "a: 1");

        String read = Document.at(file).read(root -> root.section().at("a").text(""));

        assertThat(read).isEqualTo("1");
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> Document.at(directory.resolve("b.yaml")))
                .withMessage(directory.resolve("b.yaml") + ": no such file");
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> Document.at(directory))
                .withMessage(directory + ": cannot be read: Is a directory");
    }

    private static <T> T read(String text, Function<DocumentNode, T> reading) {
        return Document.of("test.yaml", text.getBytes(StandardCharsets.UTF_8)).read(reading);
    }

    private static void assertProblems(String text, Consumer<DocumentNode> reading, String... messages) {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> read(text, root -> {
                    reading.accept(root);
                    return "";
                }))
                .satisfies(e -> assertThat(e.document()).isEqualTo("test.yaml"))
                .satisfies(e -> assertThat(e.problems()).hasSize(messages.length))
                .satisfies(e ->
                        assertThat(String.valueOf(e.getMessage()).split("\n")).containsExactly(messages));
    }
}
