package io.truenorth.cli.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.truenorth.cli.command.CommandFailure;
import io.truenorth.cli.command.FileProblem;
import io.truenorth.documents.Excerpt;
import io.truenorth.documents.NameSuggestions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads consents from a file: CSV with a header of {@code identity}, {@code scoring} and {@code activation}, or JSON Lines with
 * members of these names. What is wrong with a line is collected.
 */
final class ConsentFile {
    private static final String IDENTITY = "identity";
    private static final List<String> PURPOSES = List.of("scoring", "activation");
    private static final List<String> COLUMNS = List.of(IDENTITY, "scoring", "activation");
    private static final String EXPECTED = "expected given or withdrawn (or true or false, or nothing), was ";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final List<String> problems;
    private final List<ConsentChange> changes = new ArrayList<>();

    private ConsentFile(Path file, List<String> problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a file.
     *
     * @param problems receives what is wrong, with the line
     * @throws CommandFailure if the file cannot be read, or has not the columns
     */
    static List<ConsentChange> read(Path file, List<String> problems) {
        ConsentFile consents = new ConsentFile(file, problems);
        try {
            String text = Files.readString(file);
            String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (content.isBlank()) {
                throw new CommandFailure(file
                        + ": is empty; expected the columns identity,scoring,activation, or a JSON" + " object a line");
            }
            if (content.stripLeading().startsWith("{")) {
                consents.readJson(content);
            } else {
                consents.readCsv(content);
            }
        } catch (IOException e) {
            throw new CommandFailure(file + ": cannot be read: " + FileProblem.reason(e));
        }
        return consents.changes;
    }

    private void readCsv(String content) throws IOException {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(content)) {
            boolean first = true;
            for (NamedCsvRecord record : records) {
                if (first) {
                    requireColumns(record.getHeader());
                    first = false;
                }
                String place = file + ":" + record.getStartingLineNumber();
                add(
                        place,
                        record.findField(IDENTITY).orElse("").strip(),
                        record.findField("scoring")
                                .map(text -> consent(place, "scoring", text))
                                .orElse(Optional.empty()),
                        record.findField("activation")
                                .map(text -> consent(place, "activation", text))
                                .orElse(Optional.empty()));
            }
        } catch (CsvParseException e) {
            throw new CommandFailure(file + ": is no CSV: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void requireColumns(List<String> header) {
        List<String> unknown =
                header.stream().filter(name -> !COLUMNS.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new CommandFailure(file + ":1: unknown column " + Excerpt.of(unknown.get(0))
                    + NameSuggestions.didYouMean(unknown.get(0), COLUMNS) + " (known: identity, scoring, activation)");
        }
        if (!header.contains(IDENTITY) || header.stream().noneMatch(PURPOSES::contains)) {
            throw new CommandFailure(file + ":1: expected the columns identity and scoring, activation or both");
        }
    }

    private void readJson(String content) {
        int number = 0;
        for (String line : content.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                readJson(file + ":" + number, line);
            }
        }
    }

    private void readJson(String place, String line) {
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            problems.add(place + ": expected a JSON object, was " + Excerpt.of(line));
            return;
        }
        for (String name : (Iterable<String>) object::fieldNames) {
            if (!COLUMNS.contains(name)) {
                problems.add(place + ": unknown field " + Excerpt.of(name) + NameSuggestions.didYouMean(name, COLUMNS));
                return;
            }
        }
        add(
                place,
                object.path(IDENTITY).asText("").strip(),
                consent(place, "scoring", object.path("scoring").asText("")),
                consent(place, "activation", object.path("activation").asText("")));
    }

    private void add(String place, String identity, Optional<Boolean> scoring, Optional<Boolean> activation) {
        changes.add(new ConsentChange(place, identity, scoring, activation));
    }

    private Optional<Boolean> consent(String place, String column, String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "given", "true" -> Optional.of(true);
            case "withdrawn", "false" -> Optional.of(false);
            case "", "null" -> Optional.empty();
            default -> {
                problems.add(place + ": " + column + ": " + EXPECTED + Excerpt.of(text));
                yield Optional.empty();
            }
        };
    }
}
