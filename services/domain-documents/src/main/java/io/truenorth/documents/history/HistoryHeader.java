package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import io.truenorth.documents.NameSuggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The header of a CSV file held against the columns that are read. */
final class HistoryHeader {

    private final List<String> header;
    private final HistoryMapping mapping;

    HistoryHeader(List<String> header, HistoryMapping mapping) {
        this.header = header;
        this.mapping = mapping;
    }

    /**
     * Checks that the columns are there.
     *
     * @param hint what may be wrong with the file as a whole, for the message
     * @throws UnusableHistoryException if a column that must be there is missing, or one that is read stands twice
     */
    void requireUsable(String file, String hint) throws UnusableHistoryException {
        List<String> missing = new ArrayList<>(mapping.requiredColumns(header));
        missing.removeAll(header);
        if (!missing.isEmpty()) {
            throw new UnusableHistoryException(file, missing(missing) + hint);
        }
        for (String column : mapping.columns()) {
            if (Collections.frequency(header, column) > 1) {
                throw new UnusableHistoryException(
                        file, "expected every column once, " + Excerpt.of(column) + " stands twice in the header");
            }
        }
    }

    private String missing(List<String> missing) {
        String shown = String.join(String.valueOf(mapping.separator()), header);
        return "expected " + missing.stream().map(this::named).collect(Collectors.joining(" and "))
                + " in the header, was " + Excerpt.plain(shown, 200)
                + hint(missing) + otherSeparator(shown, mapping);
    }

    private String named(String column) {
        return mapping.isCanonical() ? "the column " + column : mapped(column, mapping);
    }

    /** A column, and what names it. */
    static String mapped(String column, HistoryMapping mapping) {
        return "the column " + Excerpt.of(column) + ", which the mapping " + mapping.name() + " names for "
                + mapping.rules().columns().get(column) + ",";
    }

    /** What reads a header that has semicolons or tabs rather than the commas that were expected. */
    static String otherSeparator(String line, HistoryMapping mapping) {
        if (mapping.separator() != ',') {
            return "";
        }
        long commas = count(line, ',');
        long semicolons = count(line, ';');
        long tabs = count(line, '\t');
        if (Math.max(semicolons, tabs) <= commas) {
            return "";
        }
        return semicolons >= tabs
                ? "; it has semicolons, which a mapping with 'separator: semicolon' reads"
                : "; it has tabs, which a mapping with 'separator: tab' reads";
    }

    private static long count(String line, char character) {
        return line.chars().filter(other -> other == character).count();
    }

    private String hint(List<String> missing) {
        return header.stream()
                .flatMap(column -> NameSuggestions.of(column, missing, 1).stream()
                        .map(near -> "; did you mean " + near + " by " + Excerpt.of(column) + "?"))
                .collect(Collectors.joining());
    }

    /** A message for every column that nobody knows. */
    List<String> unknown() {
        if (!mapping.isCanonical()) {
            return List.of();
        }
        List<String> free = new ArrayList<>(mapping.columns());
        free.removeAll(header);
        return header.stream()
                .filter(column -> !column.isBlank() && !mapping.columns().contains(column))
                .distinct()
                .map(column -> "unknown column " + Excerpt.of(column) + suggestion(column, free))
                .toList();
    }

    /** What may have been meant by a name, and that it is ignored. */
    static String suggestion(String name, Collection<String> known) {
        return NameSuggestions.didYouMean(name, known) + " (ignored)";
    }
}
