package io.truenorth.documents.history;

/**
 * Something about a file of which nothing was rejected, such as a column that is ignored.
 *
 * @param file the name of the file
 * @param line the line where it was found, from 1
 * @param message what was found, and what became of it
 */
public record FileNote(String file, long line, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
