package io.truenorth.endtoend.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on channels shows what {@link ChannelsIT} runs. */
class ChannelsPageTest {

    private static final Path PAGE = Path.of("../../docs/channels.md");
    private static final Path TESTS = Path.of("src/test");
    private static final String BEGINNING = "docs:";
    private static final String END = ":docs";

    @ParameterizedTest
    @CsvSource({
        "js, node/connect-segment.mjs",
        "js, node/connect-rudderstack.mjs",
        "js, web/connect-segment.js",
        "yaml, sources/pages.yaml",
        "java, java/io/truenorth/endtoend/channels/ConnectSegment.java",
        "sh, shell/connect-cloudevents.sh",
        "yaml, sources/shop.yaml",
        "yaml, sources/orders.yaml",
        "sh, shell/connect-native.sh",
        "yaml, sources/desk.yaml",
        "java, java/io/truenorth/endtoend/channels/ConnectProducer.java",
    })
    void itShowsTheMarkedLinesOfAFile(String language, String file) throws IOException {
        String shown = marked(Files.readAllLines(TESTS.resolve(file)));

        assertThat(shown).isNotBlank();
        assertThat(Files.readString(PAGE)).contains("```" + language + "\n" + shown + "\n```\n");
    }

    /** The lines between the marks, or all where there are none, without the indentation of the first. */
    private static String marked(List<String> lines) {
        List<String> marks = lines.stream()
                .map(line -> line.replaceFirst("^\\s*(//|#) ", ""))
                .toList();
        int from = marks.indexOf(BEGINNING) + 1;
        int to = marks.contains(END) ? marks.indexOf(END) : lines.size();
        String indentation = lines.get(from).replaceFirst("\\S.*", "");
        return lines.subList(from, to).stream()
                .map(line -> line.startsWith(indentation) ? line.substring(indentation.length()) : line)
                .collect(Collectors.joining("\n"));
    }
}
