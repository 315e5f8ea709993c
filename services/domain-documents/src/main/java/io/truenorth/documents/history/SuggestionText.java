package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of a proposed mapping, and the questions among them. */
final class SuggestionText {

    private static final String DECIDE = "# DECIDE: ";

    private final List<String> lines = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();

    /** Adds a line. */
    void add(String line) {
        lines.add(line);
    }

    /** Adds a question, as a comment before the line that it is about. */
    void ask(String question) {
        questions.add(question);
        lines.add(DECIDE + question);
    }

    /** The mapping, in YAML. */
    String yaml() {
        return String.join("\n", lines) + "\n";
    }

    List<String> questions() {
        return List.copyOf(questions);
    }

    /** The name of a column in YAML. */
    static String quoted(SampledColumn column) {
        return quoted(column.name());
    }

    /** A text in YAML. */
    static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }

    /** The names of columns in a question. */
    static String named(List<SampledColumn> columns) {
        return Excerpt.plain(
                columns.stream().map(column -> Excerpt.of(column.name())).collect(Collectors.joining(", ")), 300);
    }
}
