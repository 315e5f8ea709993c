package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.Excerpt;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Reads the pattern of a written date: letters as in {@link DateTimeFormatter}, names in English. */
final class PatternReader {

    private static final int LONGEST = 100;

    private PatternReader() {}

    static Value read(DocumentNode node, DocumentNode zone, Value of) {
        String pattern = node.text("");
        try {
            if (pattern.isEmpty() || pattern.length() > LONGEST) {
                throw new IllegalArgumentException("up to " + LONGEST + " characters");
            }
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
            return new TimeValues.Patterned(pattern, formatter, zone(zone), of);
        } catch (IllegalArgumentException e) {
            node.problem(
                    "expected a pattern such as dd.MM.yyyy HH:mm, was " + Excerpt.of(pattern) + ": " + e.getMessage());
            return of;
        }
    }

    private static ZoneId zone(DocumentNode node) {
        String name = node.text("UTC");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            node.problem("expected a time zone such as Europe/Zurich, was " + Excerpt.of(name));
            return ZoneOffset.UTC;
        }
    }
}
