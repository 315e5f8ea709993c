package io.truenorth.documents;

/**
 * A position in a text.
 *
 * @param line the line, from 1; 0 if unknown
 * @param column the column, from 1; 0 if unknown
 */
record TextPosition(int line, int column) {

    static final TextPosition UNKNOWN = new TextPosition(0, 0);

    /** The position after a text. */
    static TextPosition after(String text) {
        int line = 1 + (int) text.chars().filter(character -> character == '\n').count();
        return new TextPosition(line, text.length() - text.lastIndexOf('\n'));
    }
}
