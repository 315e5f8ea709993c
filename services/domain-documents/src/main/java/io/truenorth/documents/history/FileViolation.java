package io.truenorth.documents.history;

/**
 * A problem of a file as a whole, such as truncated compressed data. The rest of the file is
 * still read.
 *
 * @param file the name of the file
 * @param line the line where it was found, from 1
 * @param message what was expected and what was found
 */
public record FileViolation(String file, long line, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
