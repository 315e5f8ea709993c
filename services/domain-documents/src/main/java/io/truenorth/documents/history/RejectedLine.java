package io.truenorth.documents.history;

/**
 * A rejected line.
 *
 * @param file the name of the file
 * @param line counted from 1, the header and blank lines included
 * @param column the invalid column; empty for the line as a whole
 * @param expected what was expected
 * @param found what was found, truncated; empty if there is nothing to show
 */
public record RejectedLine(String file, long line, String column, String expected, String found) {

    /** The reason without the value found: equal for all lines rejected for the same reason. */
    public String reason() {
        return (column.isEmpty() ? "" : column + ": ") + "expected " + expected;
    }

    /** {@code file:line: column: expected …, was …}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + reason() + (found.isEmpty() ? "" : ", was " + found);
    }
}
