package io.truenorth.documents.history;

/**
 * Something about a file that is told once: a column nobody knows, compressed data that break off. What could be read is
 * read all the same.
 *
 * @param file as its reader named it
 * @param line the line it was found at, from 1
 * @param message what was expected and what was found
 */
public record FileViolation(String file, long line, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
