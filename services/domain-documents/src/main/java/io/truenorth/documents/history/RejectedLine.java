package io.truenorth.documents.history;

/**
 * A line that was not taken.
 *
 * @param file as its reader named it
 * @param line counted from 1, the header and blank lines included
 * @param column the column to blame; empty where it is the line as a whole
 * @param expected what would have been taken
 * @param found what was there, shortened; empty where there is nothing to show
 */
public record RejectedLine(String file, long line, String column, String expected, String found) {

    /** Why, apart from what was found: the same for all lines that are refused for the same reason. */
    public String reason() {
        return (column.isEmpty() ? "" : column + ": ") + "expected " + expected;
    }

    /** {@code file:line: column: expected …, was …}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + reason() + (found.isEmpty() ? "" : ", was " + found);
    }
}
