package io.truenorth.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Names that were replaced are declared nowhere again; the list says what replaced them. */
class RemovedIdentifiersTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern COMMENT_OR_TEXT = Pattern.compile("//[^\n]*+|/\\*[\\s\\S]*?\\*/|\"\"\"[\\s\\S]*?\"\"\""
            + "|'[^'\\\\\n]*+(?:\\\\.[^'\\\\\n]*+)*+'|\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum) (\\w+)");
    private static final Pattern METHOD = Pattern.compile("[\\w>\\]] (\\w+)\\([^;{}]*?\\)(?: throws [\\w, ]+)? ?[{;]");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private static List<Removed> removed;
    private static List<Path> sources;

    /** A name that is not used any more. */
    private record Removed(String sort, String name) {}

    @BeforeAll
    static void read() throws IOException {
        removed = Files.readAllLines(Path.of("src/test/resources/removed-identifiers.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" "))
                .map(parts -> new Removed(parts[0], parts[1]))
                .toList();
        try (Stream<Path> files = Files.walk(ROOT)) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
    }

    @Test
    void theListIsReadAndSoAreTheSources() {
        assertThat(removed).hasSizeGreaterThan(100);
        assertThat(removed).extracting(Removed::sort).containsOnly("type", "method", "name");
        assertThat(sources).hasSizeGreaterThan(1000);
    }

    @Test
    void noTypeBearsARemovedName() throws IOException {
        assertThat(declared(TYPE, "type")).isEmpty();
    }

    @Test
    void noMethodBearsARemovedName() throws IOException {
        assertThat(declared(METHOD, "method")).isEmpty();
    }

    @Test
    void noKeyOrMetricBearsARemovedName() throws IOException {
        Set<String> names = names("name");
        List<String> found = new ArrayList<>();
        for (Path source : sources) {
            if (source.toString().contains("/src/main/")) {
                COMMENT_OR_TEXT
                        .matcher(Files.readString(source, UTF_8))
                        .results()
                        .map(MatchResult::group)
                        .filter(text -> text.startsWith("\""))
                        .flatMap(text -> WORD.matcher(text).results().map(MatchResult::group))
                        .filter(names::contains)
                        .forEach(name -> found.add(source + ": " + name));
            }
        }
        String keys = Files.readString(ROOT.resolve("docs/configuration.md"), UTF_8);
        WORD.matcher(keys)
                .results()
                .map(MatchResult::group)
                .filter(names::contains)
                .forEach(found::add);
        assertThat(found).isEmpty();
    }

    private static List<String> declared(Pattern declaration, String sort) throws IOException {
        Set<String> names = names(sort);
        List<String> found = new ArrayList<>();
        for (Path source : sources) {
            Matcher matcher = declaration.matcher(
                    COMMENT_OR_TEXT.matcher(Files.readString(source, UTF_8)).replaceAll("\"\""));
            while (matcher.find()) {
                if (names.contains(matcher.group(1))) {
                    found.add(source + ": " + matcher.group(1));
                }
            }
        }
        return found;
    }

    private static Set<String> names(String sort) {
        return removed.stream()
                .filter(of -> of.sort().equals(sort))
                .map(Removed::name)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
