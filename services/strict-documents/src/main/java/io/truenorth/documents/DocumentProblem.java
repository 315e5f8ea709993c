package io.truenorth.documents;

/**
 * A problem in a document.
 *
 * @param line the line, from 1; 0 if unknown
 * @param column the column in the line, from 1; 0 if unknown
 * @param path keys separated by dots, from the root; empty for the document as a whole
 * @param message what was expected and what was found
 */
public record DocumentProblem(int line, int column, String path, String message) {

    DocumentProblem(TextPosition position, String path, String message) {
        this(position.line(), position.column(), path, message);
    }

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
