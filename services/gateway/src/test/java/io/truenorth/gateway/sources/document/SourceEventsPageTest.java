package io.truenorth.gateway.sources.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.gateway.sources.document.SourceEvents.SourceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/source-events.md}: what becomes of every event type that a system documents, written from the tests' payloads. */
class SourceEventsPageTest {

    private static final Path PAGE = Path.of("../../docs/source-events.md");

    @Test
    void thePageIsWhatThePayloadsBecome() throws IOException {
        if (Boolean.getBoolean("truenorth.write-docs")) {
            Files.writeString(PAGE, page());
        }

        assertThat(Files.readString(PAGE))
                .as("docs/source-events.md; written by mvn test -Dtruenorth.write-docs=true")
                .isEqualTo(page());
    }

    private static String page() {
        return """
                # Events of the shipped sources

                What becomes of each event type that the systems document. The table is written from the payloads of the
                tests, and a test compares it with them. A type that is not listed is *unmapped*: it is stored as failed, and can be
                replayed once a rule takes it. How a source is declared: [Sources](sources.md).
                """ + SourceEvents.names().map(SourceEventsPageTest::table).collect(Collectors.joining());
    }

    /** A row for the events of which the same becomes, for the same reason. */
    private static String table(String name) {
        Map<List<String>, Set<String>> rows = new LinkedHashMap<>();
        for (SourceEvent event : SourceEvents.of(name).events()) {
            String becomes = event.becomes().stream()
                    .map(SourceEventsPageTest::shown)
                    .distinct()
                    .collect(Collectors.joining("; "));
            rows.computeIfAbsent(List.of(event.of(), becomes), row -> new LinkedHashSet<>())
                    .add("`" + event.event() + "`");
        }
        return rows.entrySet().stream()
                .map(row -> row(
                        String.join(", ", row.getValue()),
                        row.getKey().get(0),
                        row.getKey().get(1)))
                .collect(Collectors.joining("", "\n## " + name + "\n\n| event | becomes |\n|---|---|\n", ""));
    }

    private static String row(String events, String of, String becomes) {
        return "| " + events + (of.isEmpty() ? "" : ": " + of) + " | " + becomes + " |\n";
    }

    private static String shown(String line) {
        if (line.startsWith("ignored: ")) {
            return line;
        }
        if (line.startsWith("answered")) {
            return "answered; nothing is stored";
        }
        if (line.startsWith("retracts ")) {
            return "retracts the event";
        }
        if (line.startsWith("unknown customer")) {
            return "kept as failed, as it names no customer";
        }
        return line.startsWith("unmapped") ? "unmapped" : "`" + line.split(" ", 2)[0] + "`";
    }
}
