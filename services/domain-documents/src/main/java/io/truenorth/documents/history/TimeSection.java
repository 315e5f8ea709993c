package io.truenorth.documents.history;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.documents.history.FieldRules.TimeRule;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** The section {@code time} of a mapping. */
final class TimeSection {

    private enum Format {
        ISO_8601,
        EPOCH_SECONDS,
        EPOCH_MILLIS,
        PATTERN
    }

    private final DocumentNode pattern;
    private final DocumentNode patterns;
    private final DocumentNode zone;

    private TimeSection(DocumentSection section) {
        this.pattern = section.at("pattern");
        this.patterns = section.at("patterns");
        this.zone = section.at("zone");
    }

    static TimeRule read(DocumentNode node) {
        DocumentSection section = node.section();
        List<String> columns = columns(section);
        Format format = section.required("format").oneOf(Format.class, Format.ISO_8601);
        return new TimeRule(columns, new TimeSection(section).format(format));
    }

    /** One column, or several whose texts are joined by a space, as a date and a time of day. */
    private static List<String> columns(DocumentSection section) {
        DocumentNode several = section.at("columns");
        if (!several.isPresent()) {
            return List.of(section.required("column").text(""));
        }
        if (section.at("column").isPresent()) {
            several.problem("expected instead of column, not beside it");
        }
        List<String> names = several.list().stream().map(each -> each.text("")).toList();
        if (names.isEmpty()) {
            several.problem("expected one column or more");
            return List.of("");
        }
        return names;
    }

    private TimeFormat format(Format format) {
        rejectBeside(pattern, format);
        rejectBeside(patterns, format);
        if (zone.isPresent() && (format == Format.EPOCH_SECONDS || format == Format.EPOCH_MILLIS)) {
            zone.problem("expected with a written date only, epoch times have no zone");
        }
        return switch (format) {
            case ISO_8601 -> zone.isPresent() ? TimeFormat.iso(zone()) : TimeFormat.iso();
            case EPOCH_SECONDS -> TimeFormat.epochSeconds();
            case EPOCH_MILLIS -> TimeFormat.epochMillis();
            case PATTERN -> pattern();
        };
    }

    private static void rejectBeside(DocumentNode node, Format format) {
        if (node.isPresent() && format != Format.PATTERN) {
            node.problem("expected with format: pattern only");
        }
    }

    private TimeFormat pattern() {
        List<DocumentNode> several = patterns.list();
        if (pattern.isPresent() && patterns.isPresent()) {
            patterns.problem("expected instead of pattern, not beside it");
        }
        if (several.size() > 1) {
            return TimeFormat.firstOf(several.stream().map(this::pattern).toList());
        }
        if (several.size() == 1) {
            return pattern(several.get(0));
        }
        if (!pattern.isPresent()) {
            pattern.problem("expected, but missing, as format is pattern");
            return TimeFormat.iso();
        }
        return pattern(pattern);
    }

    private TimeFormat pattern(DocumentNode node) {
        String text = node.text("");
        try {
            return TimeFormat.pattern(text, zone());
        } catch (IllegalArgumentException e) {
            node.problem(
                    "expected a pattern such as dd.MM.yyyy HH:mm, was " + Excerpt.of(text) + ": " + e.getMessage());
            return TimeFormat.iso();
        }
    }

    private ZoneId zone() {
        String name = zone.text("UTC");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            zone.problem("expected a time zone such as Europe/Zurich, was " + Excerpt.of(name));
            return ZoneOffset.UTC;
        }
    }
}
