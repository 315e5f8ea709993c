package io.truenorth.cli.failed;

import io.truenorth.documents.Excerpt;
import io.truenorth.schemas.FailedId;
import io.truenorth.schemas.FailureResolution;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A failed record as a line.
 *
 * @param id its id
 * @param at when it arrived, epoch ms
 * @param text the rest of the line
 */
public record FailedLine(FailedId id, long at, String text) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    static FailedLine of(FailedRecord record) {
        String state = record.resolution().map(FailedLine::state).orElse("open");
        String place = record.failure().path().isEmpty() ? "" : record.failure().path() + ": ";
        String source =
                record.failure().source().isEmpty() ? "-" : record.failure().source();
        return new FailedLine(
                record.id(),
                record.failure().timestamp(),
                String.format(
                        Locale.ROOT,
                        "%-9s  %-18s  %-16s  %s",
                        state,
                        record.failure().reason(),
                        source,
                        place + record.failure().message()));
    }

    private static String state(FailureResolution resolution) {
        return resolution.kind().name().toLowerCase(Locale.ROOT);
    }

    /** The line, with control characters escaped. */
    @Override
    public String toString() {
        return Excerpt.visible(
                String.format(Locale.ROOT, "%-10s  %s  %s", id, TIME.format(Instant.ofEpochMilli(at)), text));
    }
}
