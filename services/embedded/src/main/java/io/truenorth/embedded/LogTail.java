package io.truenorth.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a Java log for error messages, without stack frames. */
final class LogTail {
    private static final int LINES = 15;
    private static final int BYTES = 64 * 1024;

    private LogTail() {}

    /** A sentence with the path of the log and its last lines. */
    static String of(Path log) {
        List<String> lines;
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(BYTES, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            lines = new String(tail, StandardCharsets.UTF_8)
                    .lines()
                    .filter(LogTail::isNoFrame)
                    .toList();
        } catch (IOException e) {
            return "its log cannot be read (" + e + ")";
        }
        if (lines.isEmpty()) {
            return "its log " + log + " is empty";
        }
        return "its log " + log + " ends with:\n  "
                + String.join("\n  ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    private static boolean isNoFrame(String line) {
        String text = line.strip();
        return !text.isEmpty() && !text.startsWith("at ") && !text.startsWith("... ");
    }
}
