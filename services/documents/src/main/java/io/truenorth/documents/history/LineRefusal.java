package io.truenorth.documents.history;

/** Ends the reading of one line; becomes its {@link RefusedLine}. */
final class LineRefusal extends Exception {

    private final String column;
    private final String expected;
    private final String found;

    LineRefusal(String column, String expected, String found) {
        super(expected, null, false, false);
        this.column = column;
        this.expected = expected;
        this.found = found;
    }

    /** From a message of the form {@code expected …, was …}. */
    static LineRefusal of(String column, String message) {
        String expected = message.startsWith("expected ") ? message.substring("expected ".length()) : message;
        int was = expected.lastIndexOf(", was ");
        return was < 0
                ? new LineRefusal(column, expected, "")
                : new LineRefusal(column, expected.substring(0, was), expected.substring(was + ", was ".length()));
    }

    RefusedLine at(String file, long line) {
        return new RefusedLine(file, line, column, expected, found);
    }
}
