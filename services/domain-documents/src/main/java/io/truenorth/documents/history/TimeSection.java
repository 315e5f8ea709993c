package io.truenorth.documents.history;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.documents.history.FieldRules.TimeRule;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The section {@code time} of a mapping. */
final class TimeSection {

    private enum Format {
        ISO_8601,
        EPOCH_SECONDS,
        EPOCH_MILLIS,
        PATTERN
    }

    private final DocumentNode pattern;
    private final DocumentNode zone;

    private TimeSection(DocumentNode pattern, DocumentNode zone) {
        this.pattern = pattern;
        this.zone = zone;
    }

    static TimeRule read(DocumentNode node) {
        DocumentSection section = node.section();
        String column = section.required("column").text("");
        Format format = section.required("format").oneOf(Format.class, Format.ISO_8601);
        return new TimeRule(column, new TimeSection(section.at("pattern"), section.at("zone")).format(format));
    }

    private TimeFormat format(Format format) {
        if (pattern.isPresent() && format != Format.PATTERN) {
            pattern.problem("expected with format: pattern only");
        }
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

    private TimeFormat pattern() {
        if (!pattern.isPresent()) {
            pattern.problem("expected, but missing, as format is pattern");
            return TimeFormat.iso();
        }
        String text = pattern.text("");
        try {
            return TimeFormat.pattern(text, zone());
        } catch (IllegalArgumentException e) {
            pattern.problem(
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
