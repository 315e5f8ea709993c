package io.truenorth.schemas.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.schemas.AvroTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/**
 * Every field of every contract is in {@code docs/privacy.md}, either as personal or as not. Whoever adds a field decides which, and
 * whether an erasure reaches it.
 */
class PersonalFieldsTest {
    private static final Path PAGE = Path.of("..", "docs", "privacy.md");
    private static final String BEGIN = "<!-- personal fields of the contracts -->\n";
    private static final String END = "<!-- end of personal fields -->";
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Test
    void everyFieldIsEitherPersonalOrNot() throws IOException {
        Map<String, Set<String>> listed = new TreeMap<>();
        listed().forEach((record, fields) -> listed.put(record, fields.all()));

        assertThat(listed).isEqualTo(fieldsOfContracts());
    }

    @Test
    void noFieldIsBoth() throws IOException {
        listed().forEach((record, fields) -> assertThat(fields.all())
                .as(record)
                .hasSize(fields.personal().size() + fields.others().size()));
    }

    @Test
    void whatNamesSomebodyIsPersonal() throws IOException {
        Map<String, Fields> listed = listed();

        assertThat(listed.get("Touchpoint").personal()).contains("identities", "references", "attributes", "context");
        assertThat(listed.get("Identity").personal()).containsExactly("value");
        assertThat(listed.get("RelationshipScore").personal()).contains("customer");
        assertThat(listed.get("AdvocacySnapshot").personal()).isEmpty();
    }

    /** The fields of each record, nested ones included, by the record's name. */
    private static Map<String, Set<String>> fieldsOfContracts() {
        Map<String, Set<String>> records = new TreeMap<>();
        AvroTopics.all()
                .flatMap(topic -> AvroTypes.namedTypes(AvroTopics.currentSchema(topic)).values().stream())
                .filter(type -> type.getType() == Schema.Type.RECORD)
                .forEach(type -> records.put(
                        type.getName(),
                        type.getFields().stream()
                                .map(Schema.Field::name)
                                .collect(Collectors.toCollection(TreeSet::new))));
        return records;
    }

    /** The table of the page: record, personal fields, others. */
    private static Map<String, Fields> listed() throws IOException {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
        Map<String, Fields> listed = new TreeMap<>();
        table.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            List<String> cells =
                    Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            Fields before = listed.put(
                    names(cells.get(1)).iterator().next(), new Fields(names(cells.get(2)), names(cells.get(3))));
            assertThat(before).as("listed once: " + line).isNull();
        });
        return listed;
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The fields of a record. */
    private record Fields(Set<String> personal, Set<String> others) {
        Set<String> all() {
            Set<String> all = new TreeSet<>(personal);
            all.addAll(others);
            return all;
        }
    }
}
