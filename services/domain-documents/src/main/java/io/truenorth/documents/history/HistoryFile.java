package io.truenorth.documents.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A history to be read.
 *
 * @param name how messages call it
 * @param source what the ids of its events are derived from, beside the lines
 * @param content opens the stored bytes
 */
public record HistoryFile(String name, String source, Content content) {

    private static final Pattern ENDING = Pattern.compile("(?i)(\\.(csv|jsonl|ndjson|json))?(\\.gz)?$");

    /** Opens the stored bytes of a history. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /** A file, whose source is its name without directory and without {@code .gz}, {@code .csv} and {@code .jsonl}. */
    public static HistoryFile at(Path path) {
        return new HistoryFile(path.toString(), sourceOf(path), () -> Files.newInputStream(path));
    }

    /** The same file as part of another source: a line that both files hold is one event. */
    public HistoryFile ofSource(String other) {
        return new HistoryFile(name, other, content);
    }

    private static String sourceOf(Path path) {
        Path fileName = path.getFileName();
        String full = fileName == null ? "" : fileName.toString();
        String bare = ENDING.matcher(full).replaceFirst("");
        return bare.isEmpty() ? full : bare;
    }
}
