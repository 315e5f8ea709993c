package io.truenorth.documents.history;

/** A file of which not a line can be read; the message names the file and what was expected of it. */
public final class UnusableHistoryException extends Exception {

    UnusableHistoryException(String file, String message) {
        super(file + ": " + message);
    }
}
