package io.truenorth.documents.history;

/** Rejects a line while it is read; converted to a {@link RejectedLine}. */
final class LineRejection extends Exception {

    private final String column;
    private final String expected;
    private final String found;

    LineRejection(String column, String expected, String found) {
        super(expected, null, false, false);
        this.column = column;
        this.expected = expected;
        this.found = found;
    }

    /** Parses a message of the form {@code expected …, was …}. */
    static LineRejection of(String column, String message) {
        String expected = message.startsWith("expected ") ? message.substring("expected ".length()) : message;
        int was = expected.lastIndexOf(", was ");
        return was < 0
                ? new LineRejection(column, expected, "")
                : new LineRejection(column, expected.substring(0, was), expected.substring(was + ", was ".length()));
    }

    RejectedLine at(String file, long line) {
        return new RejectedLine(file, line, column, expected, found);
    }
}
