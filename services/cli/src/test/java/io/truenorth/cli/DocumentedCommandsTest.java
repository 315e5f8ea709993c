package io.truenorth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.truenorth.cli.command.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents tell people to type is a command that there is; what needs nothing but the checkout is run. */
class DocumentedCommandsTest {
    /** After the histories of the examples. */
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");

    private static final Path ROOT = Path.of("../..");
    private static final Pattern OURS = Pattern.compile(
            "^ *(?:(?:\\./|\\.\\./\\.\\./)?truenorth|docker compose run .*\\bcli) (?<arguments>[a-z].*)$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    /** A line of a document's code, with where it stands. */
    private record Line(String place, String text) {
        @Override
        public String toString() {
            return place + ": " + text;
        }

        List<String> arguments() {
            Matcher ours = OURS.matcher(text);
            return ours.matches() ? words(ours.group("arguments")) : List.of();
        }
    }

    static Stream<Line> commands() throws IOException {
        return code().filter(line -> !line.arguments().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itIsACommandWithTheseOptions(Line line) {
        assertThatCode(() -> Truenorth.commandLine(terminal())
                        .parseArgs(line.arguments().toArray(String[]::new)))
                .doesNotThrowAnyException();
    }

    static Stream<Line> commandsThatNeedNothing() throws IOException {
        return commands()
                .filter(line -> List.of("score", "backtest", "explain", "model", "mapping", "token", "help", "source")
                        .contains(line.arguments().get(0)))
                .filter(line -> line.arguments().stream()
                        .noneMatch(word ->
                                word.matches(".*\\.(csv|csv.gz|json|yaml)") && !Files.exists(ROOT.resolve(word))));
    }

    @ParameterizedTest
    @MethodSource("commandsThatNeedNothing")
    void whatNeedsNothingButTheCheckoutRuns(Line line) {
        CommandRun run = CommandRun.at(
                NOW,
                line.arguments().stream()
                        .map(word ->
                                word.startsWith("docs/") ? ROOT.resolve(word).toString() : word)
                        .toArray(String[]::new));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isNotBlank();
    }

    @Test
    void enoughIsFound() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(30);
        assertThat(commandsThatNeedNothing()).hasSizeGreaterThan(6);
    }

    static Stream<Line> builds() throws IOException {
        return code().filter(line ->
                line.text().strip().startsWith("mvn ") || line.text().contains("java -cp"));
    }

    @ParameterizedTest
    @MethodSource("builds")
    void whatIsBuiltIsThere(Line line) throws IOException {
        List<String> words = words(line.text());
        for (String word : words) {
            if (word.startsWith("-Dtest=")) {
                assertThat(sources()).anyMatch(name -> name.equals(word.substring(7) + ".java"));
            } else if (word.startsWith("-P")) {
                assertThat(Files.readString(ROOT.resolve("pom.xml"))).contains("<id>" + word.substring(2) + "</id>");
            } else if (word.startsWith("io.truenorth.") || word.endsWith("Benchmark")) {
                assertThat(sources()).contains(word.substring(word.lastIndexOf('.') + 1) + ".java");
            }
        }
        if (words.contains("-pl")) {
            assertThat(words.get(words.indexOf("-pl") + 1).split(","))
                    .allSatisfy(module ->
                            assertThat(ROOT.resolve(module).resolve("pom.xml")).exists());
        }
    }

    /** The lines of code in all documents: indented by four, or fenced; a line that goes on is one with the next. */
    private static Stream<Line> code() throws IOException {
        List<Line> code = new ArrayList<>();
        for (Path document : documents()) {
            boolean fenced = false;
            String before = "";
            for (String line : Files.readAllLines(document)) {
                fenced ^= line.startsWith("```");
                String whole = before + line;
                boolean goesOn = whole.endsWith("\\");
                before = goesOn ? whole.substring(0, whole.length() - 1) : "";
                if (!goesOn && (fenced || line.startsWith("    "))) {
                    code.add(new Line(ROOT.relativize(document).toString(), whole.replaceFirst(" +(#|>) .*", "")));
                }
            }
        }
        return code.stream();
    }

    /** All documents for people but the decisions, which tell of their time. */
    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
            pages.filter(page -> page.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("services"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .toList();
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(Stream.of(word.group(1), word.group(2), word.group(3))
                    .filter(some -> some != null)
                    .findFirst()
                    .orElseThrow());
        }
        return words;
    }

    private static Terminal terminal() {
        return new Terminal(
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                false,
                false,
                false,
                90,
                StandardCharsets.UTF_8,
                false,
                false,
                Map.of(),
                Clock.systemUTC());
    }
}
