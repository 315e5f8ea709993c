package io.truenorth.cli.explain;

import java.util.Collections;
import java.util.List;

/**
 * Draws text reports: with block characters if the terminal supports them, otherwise ASCII; with or without colours.
 */
public final class TerminalStyle {

    private static final String EIGHTHS = "▏▎▍▌▋▊▉";
    private static final String LEVELS = "▁▂▃▄▅▆▇█";
    private static final String ASCII_LEVELS = "_.-=+*%#";

    private final boolean unicode;
    private final boolean colours;

    /**
     * @param unicode whether to use more than ASCII
     * @param colours whether to use colours
     */
    public TerminalStyle(boolean unicode, boolean colours) {
        this.unicode = unicode;
        this.colours = colours;
    }

    /** A bar with a length in columns; the last column may be partial. */
    public String bar(double columns) {
        if (!unicode) {
            return accent("#".repeat((int) Math.round(columns)));
        }
        int eighths = eighths(columns);
        String part = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8 - 1, eighths % 8);
        return accent("█".repeat(eighths / 8) + part);
    }

    /** A bar within a track of its maximum length. */
    public String bar(double columns, double track) {
        int drawn = unicode ? (eighths(columns) + 7) / 8 : (int) Math.round(columns);
        return bar(columns) + faint((unicode ? "·" : ".").repeat(Math.max(0, (int) Math.round(track) - drawn)));
    }

    /** Anything above 0 is visible. */
    private static int eighths(double columns) {
        return columns > 0 ? Math.max(1, (int) Math.round(columns * 8)) : 0;
    }

    /** A curve on one line, one column for each value; blank for 0. */
    String curve(List<Long> values) {
        long highest = Collections.max(values);
        String levels = unicode ? LEVELS : ASCII_LEVELS;
        StringBuilder curve = new StringBuilder();
        for (long value : values) {
            curve.append(value == 0 ? ' ' : levels.charAt((int) ((value * levels.length() - 1) / highest)));
        }
        return accent(curve.toString());
    }

    /** A horizontal line. */
    public String rule(int columns) {
        return faint((unicode ? "─" : "-").repeat(columns));
    }

    /** The dash between the ends of a range. */
    public String dash() {
        return unicode ? "–" : "-";
    }

    /** The separator of a sequence. */
    public String arrow() {
        return unicode ? " → " : " > ";
    }

    /** The separator of a list. */
    String dot() {
        return unicode ? " · " : ", ";
    }

    /** A text truncated to a number of columns, with a mark. */
    String fit(String text, int columns) {
        if (text.length() <= columns) {
            return text;
        }
        int end = text.offsetByCodePoints(0, text.codePointCount(0, columns - 1));
        return text.substring(0, end) + (unicode ? "…" : "~");
    }

    public String strong(String text) {
        return coloured("1", text);
    }

    public String faint(String text) {
        return coloured("2", text);
    }

    String accent(String text) {
        return coloured("36", text);
    }

    String warning(String text) {
        return coloured("1;31", text);
    }

    private String coloured(String code, String text) {
        return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
