package io.truenorth.gateway.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.gateway.event.KindNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The names of events that {@code docs/channels.md} lists are those that the mapping knows. */
class EventWordsPageTest {

    private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");

    @Test
    void everyNameOfThePageHasOneOfTheKindsBesideIt() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String[] row : rows()) {
            Set<String> kinds = kinds(row[1]);
            Arrays.stream(row[2].split("[,;]"))
                    .map(String::strip)
                    .filter(name -> !name.startsWith("…"))
                    .filter(name -> EventWords.kindOf(KindNames.wordsOf(name))
                            .filter(kinds::contains)
                            .isEmpty())
                    .forEach(wrong::add);
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void everyKindThatHasOtherNamesStandsOnThePage() throws IOException {
        Set<String> onPage = kinds(Files.readString(Path.of("../../docs/channels.md")));
        Set<String> known = EventWords.all().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(entry.getValue()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(onPage).containsAll(known);
    }

    private static List<String[]> rows() throws IOException {
        String page = Files.readString(Path.of("../../docs/channels.md"));
        String table = page.substring(page.indexOf("| kind | also called |"));
        List<String[]> rows = table.substring(0, table.indexOf("\n\n"))
                .lines()
                .skip(2)
                .map(line -> line.split("\\|"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(10);
        return rows;
    }

    private static Set<String> kinds(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
